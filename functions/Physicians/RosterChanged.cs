using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Physicians;

/// <summary>Somebody who serves the region joined, changed or left: households there that have nobody are tried again.</summary>
/// <param name="Physician">Who may not be responsible any more for all of his panel: it is routed anew.</param>
public sealed record RosterChanged(string Region, string? Physician = null) : IMessage
{
    public static string Name => "roster-changed";

    public static int Version => 1;

    public static string Queue => "roster-changes";
}
