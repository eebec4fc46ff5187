using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Imports;

/// <summary>A piece of an import is to be worked on; the whole of a large one is cut into its pieces first.</summary>
public sealed record ImportChunkReady(string Import, string Chunk) : IMessage
{
    public static string Name => "import-chunk-ready";

    public static int Version => 1;

    public static string Queue => "import-chunks";
}
