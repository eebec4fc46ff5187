namespace Alleviation.Functions.Imports;

/// <summary>Counts a chunk's households while they are worked on, several at a time.</summary>
internal sealed class ChunkTally
{
    private int _accepted;
    private int _unchanged;
    private int _refused;

    public bool CutShort { get; set; }

    public void Count(EnrolLinesOutcome outcome)
    {
        switch (outcome)
        {
            case EnrolLinesOutcome.Accepted:
                Interlocked.Increment(ref _accepted);
                break;
            case EnrolLinesOutcome.Unchanged:
                Interlocked.Increment(ref _unchanged);
                break;
            default:
                Interlocked.Increment(ref _refused);
                break;
        }
    }

    public ChunkResult Result(int refusedLines, DateTimeOffset now) => new(_accepted, _unchanged, _refused, refusedLines, CutShort, now);
}
