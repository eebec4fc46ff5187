using Azure;

namespace Alleviation.Functions.Records;

/// <summary>What this process knows of a village's sequence of record numbers, which one at a time takes from.</summary>
internal sealed class VillageSequence(string code)
{
    public string Code { get; } = code;

    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The sequence as this process wrote it last; a host beside this one makes it stale, and then storage says so.</summary>
    public (int Next, ETag ETag)? Next { get; set; }
}
