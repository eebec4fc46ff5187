namespace Azure.Data.Tables.Wire;

/// <summary>What a storage connection string says about tables.</summary>
internal sealed record ConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    // Published by the emulator for everybody: no secret.
    private const string EmulatorName = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static ConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = Settings(connectionString);
        if (settings.TryGetValue("UseDevelopmentStorage", out var emulator) && bool.TryParse(emulator, out var isEmulator) && isEmulator)
        {
            var host = settings.GetValueOrDefault("DevelopmentStorageProxyUri")?.TrimEnd('/') ?? "http://127.0.0.1";
            return new ConnectionString(new Uri($"{host}:10002/{EmulatorName}"), new TableSharedKeyCredential(EmulatorName, EmulatorKey));
        }

        if (settings.ContainsKey("SharedAccessSignature"))
        {
            throw new NotSupportedException("The local edition signs with an account key or a token; it knows no shared access signatures.");
        }

        var credential = new TableSharedKeyCredential(Required(settings, "AccountName"), Required(settings, "AccountKey"));
        return new ConnectionString(EndpointIn(settings, credential.AccountName), credential);
    }

    private static Dictionary<string, string> Settings(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) { throw new FormatException("Settings must be of the form \"name=value\"."); }
            settings[setting[..equals].TrimEnd()] = setting[(equals + 1)..].TrimStart();
        }

        return settings;
    }

    private static Uri EndpointIn(Dictionary<string, string> settings, string accountName)
    {
        if (settings.TryGetValue("TableEndpoint", out var endpoint)) { return new Uri(endpoint); }
        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        return new Uri($"{protocol}://{accountName}.table.{settings.GetValueOrDefault("EndpointSuffix", "core.windows.net")}");
    }

    private static string Required(Dictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out var value) && value.Length > 0
            ? value
            : throw new InvalidOperationException($"The connection string has no {name}.");
}
