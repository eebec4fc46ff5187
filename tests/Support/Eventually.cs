namespace Alleviation.Tests.Support;

/// <summary>Waits for a condition, never for a time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The first answer that the condition holds for.</summary>
    public static async Task<T> SeesAsync<T>(Func<Task<T>> look, Func<T, bool> condition, TimeSpan? patience = null)
    {
        var deadline = Environment.TickCount64 + (long)(patience ?? Patience).TotalMilliseconds;
        while (true)
        {
            var seen = await look();
            if (condition(seen))
            {
                return seen;
            }
            Assert.True(Environment.TickCount64 < deadline, $"Waited in vain; last seen: {seen}");
            await Task.Delay(25);
        }
    }

    /// <summary>Until the condition holds.</summary>
    public static Task TrueAsync(Func<Task<bool>> condition) => SeesAsync(condition, holds => holds);
}
