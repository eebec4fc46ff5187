using System.Globalization;
using System.Text.Json;

namespace Alleviation.Load.Report;

internal static class ReportFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <returns>The file's path.</returns>
    public static async Task<string> WriteAsync<T>(string kind, DateTimeOffset at, T report, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Paths.Results);
        var path = Path.Combine(Paths.Results, $"{kind}-{at.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.json");
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, report, Json, cancellationToken);
        return path;
    }
}
