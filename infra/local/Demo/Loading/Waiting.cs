namespace Alleviation.Demo.Loading;

internal static class Waiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Asks again until the answer is yes. Gives up when nothing has moved for as long as the patience lasts.</summary>
    /// <param name="ask">Whether it is done, and something that changes while it moves on.</param>
    public static async Task UntilAsync(
        string what,
        TimeSpan patience,
        TimeProvider clock,
        Func<Task<(bool Done, long Moved)>> ask,
        CancellationToken cancellationToken
    )
    {
        var (moved, since) = (long.MinValue, clock.GetTimestamp());
        while (true)
        {
            var answer = await ask();
            if (answer.Done)
            {
                return;
            }
            if (answer.Moved != moved)
            {
                (moved, since) = (answer.Moved, clock.GetTimestamp());
            }
            else if (clock.GetElapsedTime(since) > patience)
            {
                throw new DemoException($"{what}: nothing has moved for {patience.TotalSeconds:0} seconds.");
            }
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }
}
