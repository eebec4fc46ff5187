namespace Alleviation.Tests.Support;

/// <summary>One storage account of the emulator: empty when it is handed out, and nobody else's.</summary>
public sealed record StorageAccount(string Name, string Key, Uri TableEndpoint, Uri QueueEndpoint)
{
    public string ConnectionString { get; } =
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};TableEndpoint={TableEndpoint};QueueEndpoint={QueueEndpoint};";

    /// <summary>The same account reached by another way, such as a proxy that breaks connections.</summary>
    public StorageAccount Through(int tablePort, int queuePort) => new(
        Name,
        Key,
        new UriBuilder(TableEndpoint) { Port = tablePort }.Uri,
        new UriBuilder(QueueEndpoint) { Port = queuePort }.Uri);
}
