using Microsoft.Azure.Functions.Worker.Builder;

namespace Alleviation.Tests.Local.Host.Support;

internal static class HostJsonSettings
{
    /// <summary>Says something as host.json would.</summary>
    public static FunctionsApplicationBuilder With(this FunctionsApplicationBuilder builder, string hostJsonKey, string value)
    {
        builder.Configuration[$"AzureFunctionsJobHost:{hostJsonKey}"] = value;
        return builder;
    }

    public static FunctionsApplicationBuilder WithSetting(this FunctionsApplicationBuilder builder, string key, string value)
    {
        builder.Configuration[key] = value;
        return builder;
    }
}
