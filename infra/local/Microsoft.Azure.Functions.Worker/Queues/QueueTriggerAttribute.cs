using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for every message of a queue; <c>%Setting%</c> in the name is read from configuration.</summary>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    public string QueueName { get; } = queueName;

    /// <summary>The setting that names the storage account; <c>AzureWebJobsStorage</c> if there is none.</summary>
    public string? Connection { get; set; }
}
