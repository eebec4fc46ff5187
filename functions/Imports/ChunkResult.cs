namespace Alleviation.Functions.Imports;

/// <summary>What became of a chunk's households.</summary>
/// <param name="Accepted">Enrolled by this import.</param>
/// <param name="Unchanged">Enrolled before, with the same content.</param>
/// <param name="CutShort">The import was cancelled before all of them were looked at.</param>
public sealed record ChunkResult(int Accepted, int Unchanged, int Refused, int RefusedLines, bool CutShort, DateTimeOffset FinishedAt)
{
    public int Households => Accepted + Unchanged + Refused;
}
