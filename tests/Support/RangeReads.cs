using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Tests.Support;

/// <summary>How many range reads a call takes.</summary>
public static class RangeReads
{
    private const int Rounds = 4;

    /// <summary>Asks several times: what else the service does meanwhile may add to a round, and takes nothing away.</summary>
    /// <returns>The last answer, and the least number of reads of a round.</returns>
    public static async Task<(T Answer, long Reads)> LeastAsync<T>(AppUnderTest app, Func<Task<T>> ask)
    {
        long Queries() => app.Get<StorageCalls>().Counts.GetValueOrDefault("table query");

        var before = Queries();
        var answer = await ask();
        var least = Queries() - before;
        for (var round = 1; round < Rounds; round++)
        {
            before = Queries();
            answer = await ask();
            least = Math.Min(least, Queries() - before);
        }
        return (answer, least);
    }
}
