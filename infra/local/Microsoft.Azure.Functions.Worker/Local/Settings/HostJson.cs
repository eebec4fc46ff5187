using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Local.Settings;

/// <summary>host.json beside the binaries, and over it the settings that begin with <c>AzureFunctionsJobHost</c>.</summary>
internal static class HostJson
{
    private const string Overrides = "AzureFunctionsJobHost";
    private static readonly string[] Known =
    [
        "version", "functions:*", "functionTimeout", "logging:logLevel:*",
        // What is sampled on its way to Azure Monitor changes nothing here, where nothing is sent.
        "logging:applicationInsights:*",
        "extensions:http:routePrefix",
        "extensions:queues:maxPollingInterval", "extensions:queues:visibilityTimeout", "extensions:queues:batchSize",
        "extensions:queues:newBatchThreshold", "extensions:queues:maxDequeueCount", "extensions:queues:messageEncoding",
    ];

    public static IConfigurationRoot Read(IConfiguration settings, Problems problems)
    {
        var path = Path.Combine(settings["AzureWebJobsScriptRoot"] ?? AppContext.BaseDirectory, "host.json");
        var file = new ConfigurationBuilder();
        if (File.Exists(path)) { file.AddJsonStream(new MemoryStream(File.ReadAllBytes(path))); }
        var overrides = settings.GetSection(Overrides).AsEnumerable(makePathsRelative: true).Where(pair => pair.Value is not null);
        var all = file.AddInMemoryCollection(overrides).Build();
        foreach (var (key, value) in all.AsEnumerable())
        {
            // A section with something in it is told by what is in it.
            var isEmpty = string.IsNullOrEmpty(value) && !all.GetSection(key).GetChildren().Any();
            if ((value is not null || isEmpty) && !IsKnown(key, isEmpty)) { problems.Add($"host.json: the local edition does not support '{key.Replace(':', '.')}'."); }
        }

        return all;
    }

    private static bool IsKnown(string key, bool isEmpty) => Known.Any(known => known switch
    {
        _ when key.Equals(known, StringComparison.OrdinalIgnoreCase) => true,
        _ when isEmpty && known.StartsWith(key + ':', StringComparison.OrdinalIgnoreCase) => true,
        [.. var section, '*'] => key.StartsWith(section, StringComparison.OrdinalIgnoreCase),
        _ => false,
    });
}
