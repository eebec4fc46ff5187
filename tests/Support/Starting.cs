namespace Alleviation.Tests.Support;

public static class Starting
{
    /// <summary>
    /// What is built on something that was started. Where that fails, what was started ends at once: nobody else knows of it.
    /// </summary>
    public static async Task<TBuilt> ThenAsync<TStarted, TBuilt>(this Task<TStarted> start, Func<TStarted, Task<TBuilt>> buildAsync)
        where TStarted : IAsyncDisposable
    {
        var started = await start;
        try
        {
            return await buildAsync(started);
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }
}
