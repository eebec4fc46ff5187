namespace Alleviation.Load.Storage;

/// <summary>
/// One account of the emulator. All names are of one length, so that recorded sizes stay true when a call is replayed on another.
/// </summary>
internal sealed record EmulatorAccount(string Name, int TablePort, int QueuePort)
{
    // Published by the emulator for everybody: no secret.
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public string TableOrigin => $"http://127.0.0.1:{TablePort}";

    public string QueueOrigin => $"http://127.0.0.1:{QueuePort}";

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};"
        + $"TableEndpoint={TableOrigin}/{Name};QueueEndpoint={QueueOrigin}/{Name};";
}
