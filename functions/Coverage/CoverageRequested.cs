using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Coverage;

/// <summary>A region is to be counted again.</summary>
public sealed record CoverageRequested(string Region) : IMessage
{
    public static string Name => "coverage-requested";

    public static int Version => 1;

    public static string Queue => "coverage";
}
