namespace Alleviation.Tests.Support;

/// <summary>
/// What a call meets on its way to storage. Behind the call means that storage did what it was asked, and the answer is lost.
/// </summary>
public sealed record Fault(FaultKind Kind, bool IsBehind);

public enum FaultKind
{
    Answers500,
    Answers503,

    /// <summary>Nobody answers until the caller gives up.</summary>
    Hangs,

    /// <summary>The connection is closed.</summary>
    Closes,
}
