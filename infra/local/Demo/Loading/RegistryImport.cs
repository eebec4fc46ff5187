using System.Globalization;
using System.Text.Json;

namespace Alleviation.Demo.Loading;

/// <summary>Sends a registry list by the real import and follows its households until they are listed.</summary>
internal sealed class RegistryImport(ServiceClient service, Steps steps, TimeProvider clock)
{
    private const string Everywhere = "4414";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task RunAsync(string file, CancellationToken cancellationToken)
    {
        var enrolled = Enrolled(await ImportAsync(file, "enrolment", cancellationToken));
        await steps.RunAsync(
            "Records, plans, physicians",
            tell =>
                Waiting.UntilAsync(
                    "Listing the households",
                    Patience,
                    clock,
                    async () =>
                    {
                        var listed = await CountListedAsync(cancellationToken);
                        tell(
                            Math.Min(1, listed / Math.Max(1.0, enrolled)),
                            string.Create(CultureInfo.InvariantCulture, $"{listed:N0} households listed")
                        );
                        return (listed >= enrolled, listed);
                    },
                    cancellationToken
                )
        );
    }

    /// <summary>Enters the list in the registry only: who there is to enrol.</summary>
    public Task RegisterAsync(string file, CancellationToken cancellationToken) => ImportAsync(file, "registry", cancellationToken);

    private async Task<JsonElement> ImportAsync(string file, string purpose, CancellationToken cancellationToken)
    {
        var path = await SendAsync(file, purpose, cancellationToken);
        var import = default(JsonElement);
        await steps.RunAsync(
            "Import",
            tell =>
                Waiting.UntilAsync(
                    "The import",
                    Patience,
                    clock,
                    async () =>
                    {
                        import = await service.GetAsync(path, cancellationToken);
                        var (progress, refused) = (import.GetProperty("progress").GetDouble(), import.GetProperty("refused").GetInt32());
                        tell(
                            progress,
                            string.Create(CultureInfo.InvariantCulture, $"{Enrolled(import):N0} households taken, {refused:N0} refused")
                        );
                        return (IsOver(import), Enrolled(import) + refused);
                    },
                    cancellationToken
                )
        );

        if (import.GetProperty("refused").GetInt32() > 0)
        {
            steps.Say($"Refused lines: {import.GetProperty("refusedLines")}");
        }
        return import;
    }

    private async Task<string> SendAsync(string file, string purpose, CancellationToken cancellationToken)
    {
        await using var list = File.OpenRead(file);
        var accepted = await service.SendListAsync($"api/imports?purpose={purpose}&enrol=whenClear", list, cancellationToken);
        return $"api/imports/{accepted.GetProperty("id").GetString()}";
    }

    private static bool IsOver(JsonElement import) =>
        import.GetProperty("status").GetString() switch
        {
            "completed" => true,
            "failed" or "cancelled" => throw new DemoException($"The import did not come to its end: {import}"),
            _ => false,
        };

    // One that was there before counts as well: a second run waits for the same households.
    private static int Enrolled(JsonElement import) =>
        import.GetProperty("accepted").GetInt32() + import.GetProperty("unchanged").GetInt32();

    private async Task<long> CountListedAsync(CancellationToken cancellationToken)
    {
        var (count, cursor) = (0L, "");
        do
        {
            var page = await service.GetAsync($"api/households?region={Everywhere}{cursor}", cancellationToken);
            count += page.GetProperty("items").GetArrayLength();
            var next = page.TryGetProperty("cursor", out var value) ? value.GetString() : null;
            cursor = next is null ? "" : $"&cursor={Uri.EscapeDataString(next)}";
        } while (cursor.Length > 0);
        return count;
    }
}
