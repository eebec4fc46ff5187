namespace Microsoft.Azure.Functions.Worker;

public abstract class BindingMetadata
{
    /// <summary>The parameter's name.</summary>
    public abstract string Name { get; }

    /// <summary>For instance <c>httpTrigger</c> or <c>queueTrigger</c>.</summary>
    public abstract string Type { get; }

    public abstract BindingDirection Direction { get; }
}
