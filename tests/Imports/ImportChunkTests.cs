using Alleviation.Functions.Imports;

namespace Alleviation.Tests.Imports;

public sealed class ImportChunkTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(200, 1)]
    [InlineData(201, 16)]
    [InlineData(10_001, 256)]
    public void Lanes_ComeByEveryChunkOnce(int lines, int number)
    {
        Assert.Equal(number, ImportChunk.NumberFor(lines));
        var visited = new List<ImportChunk>();
        foreach (var first in ImportChunk.Of(number).Take(4))
        {
            for (ImportChunk? chunk = first; chunk is { } next; chunk = next.Next(number, 4))
            {
                visited.Add(next);
            }
        }

        Assert.Equal(
            ImportChunk
                .Of(number)
                .Order(Comparer<ImportChunk>.Create((chunk, otherChunk) => string.CompareOrdinal(chunk.Prefix, otherChunk.Prefix))),
            visited.Order(Comparer<ImportChunk>.Create((chunk, otherChunk) => string.CompareOrdinal(chunk.Prefix, otherChunk.Prefix)))
        );
    }
}
