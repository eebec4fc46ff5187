using Microsoft.Azure.Functions.Worker.Local.Functions;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

internal sealed class QueueBinding(string name, string queue, string connection) : LocalBinding(name, "queueTrigger")
{
    public string Queue { get; } = queue;

    /// <summary>The setting that names the storage account.</summary>
    public string Connection { get; } = connection;
}
