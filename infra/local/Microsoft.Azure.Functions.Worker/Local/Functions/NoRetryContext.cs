namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>There are no retry policies here: a queue message is delivered again, and that is a new invocation.</summary>
internal sealed class NoRetryContext : RetryContext
{
    public static readonly NoRetryContext Instance = new();

    public override int RetryCount => 0;

    public override int MaxRetryCount => 0;
}
