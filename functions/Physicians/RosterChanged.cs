using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Physicians;

/// <summary>Somebody who serves the region joined, changed or left: households there that have nobody are tried again.</summary>
public sealed record RosterChanged(string Region) : IMessage
{
    public static string Name => "roster-changed";

    public static int Version => 1;

    public static string Queue => "roster-changes";
}
