namespace Microsoft.Azure.Functions.Worker;

/// <summary>The invocation's place in a W3C trace.</summary>
public abstract class TraceContext
{
    public abstract string TraceParent { get; }

    public abstract string TraceState { get; }
}
