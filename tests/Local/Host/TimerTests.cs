using Alleviation.Tests.Support;
using Alleviation.Tests.Local.Host.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Tests.Local.Host;

public sealed class TimerTests
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 22, 8, 58, 30, TimeSpan.Zero));

    [Fact]
    public async Task Timer_RunsWhenItIsDue()
    {
        await using var host = await StartAsync("Timer_Monitored");

        await AdvanceAsync(TimeSpan.FromSeconds(89));
        await AdvanceAsync(TimeSpan.FromSeconds(1));
        await host.Journal.EntriesAsync(1);
        await AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(["last 00:00 next 09:05", "last 09:00 next 09:10"], await host.Journal.EntriesAsync(2));
    }

    [Fact]
    public async Task RunsThatWereMissed_AreMadeUpForByOneThatIsPastDue()
    {
        await using var host = await StartAsync("Timer_Monitored");

        await AdvanceAsync(TimeSpan.FromMinutes(61));
        await host.Journal.EntriesAsync(1);
        await AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["last 00:00 next 10:00 past due", "last 09:00 next 10:05"], await host.Journal.EntriesAsync(2));
    }

    [Fact]
    public async Task TimerThatIsRunning_IsNotStartedAgain()
    {
        await using var host = await StartAsync("Timer_Waits");
        await AdvanceAsync(TimeSpan.FromMinutes(2));
        await host.Journal.EntriesAsync(1);

        _clock.Advance(TimeSpan.FromMinutes(20));
        host.Journal.LetGoOn(1);
        await host.Journal.EntriesAsync(2);
        host.Journal.LetGoOn(1);
        await Eventually.TrueAsync(() => Task.FromResult(_clock.Waiting == 1));

        Assert.Equal(2, host.Journal.Entries.Count);
        Assert.Equal(1, host.Journal.MostRunning);
    }

    [Fact]
    public async Task RunOnStartup_RunsAtStartAndThenByTheSchedule()
    {
        var builder = SampleHost.Loading("Timer_AtStart").WithSetting("Night", "0 0 2 * * *");
        builder.Services.AddSingleton<TimeProvider>(_clock);
        await using var host = await SampleHost.StartAsync(builder);
        await host.Journal.EntriesAsync(1);

        await AdvanceAsync(new TimeSpan(17, 1, 30));

        Assert.Equal(["ran, no status", "ran, no status"], await host.Journal.EntriesAsync(2));
    }

    private Task<SampleHost> StartAsync(string function)
    {
        var builder = SampleHost.Loading(function);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        return SampleHost.StartAsync(builder);
    }

    // The timer's next sleep must have begun, or the clock would be moved behind its back.
    private async Task AdvanceAsync(TimeSpan time)
    {
        await Eventually.TrueAsync(() => Task.FromResult(_clock.Waiting == 1));
        _clock.Advance(time);
    }
}
