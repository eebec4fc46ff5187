using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Local.Settings;

/// <summary>What host.json and the settings say, read once.</summary>
internal sealed record HostSettings(
    string RoutePrefix,
    IReadOnlySet<string> Functions,
    TimeSpan FunctionTimeout,
    QueueSettings Queues,
    long MaxRequestBody)
{
    private static readonly TimeSpan DefaultFunctionTimeout = TimeSpan.FromMinutes(30);
    private const long DefaultMaxRequestBody = 104_857_600;

    public static HostSettings From(IConfiguration hostJson, IConfiguration settings, Problems problems)
    {
        var read = new SettingReader(hostJson, problems);
        if (hostJson["version"] is { } version && version != "2.0") { problems.Add($"host.json: version '{version}' is not known, '2.0' is."); }
        return new HostSettings(
            (hostJson["extensions:http:routePrefix"] ?? "api").Trim('/'),
            hostJson.GetSection("functions").GetChildren().Select(function => function.Value ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase),
            hostJson["functionTimeout"] is "-1" ? Timeout.InfiniteTimeSpan : read.Time("functionTimeout", DefaultFunctionTimeout, TimeSpan.FromMilliseconds(1)),
            QueueSettings.From(read, new SettingReader(settings, problems)),
            new SettingReader(settings, problems).Number("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", DefaultMaxRequestBody, 0, long.MaxValue));
    }

    public bool Loads(string function) => Functions.Count == 0 || Functions.Contains(function);
}
