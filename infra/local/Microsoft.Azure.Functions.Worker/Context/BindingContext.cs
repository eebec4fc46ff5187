namespace Microsoft.Azure.Functions.Worker;

public abstract class BindingContext
{
    /// <summary>What the trigger tells about the invocation: route values, or the particulars of a queue message.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
