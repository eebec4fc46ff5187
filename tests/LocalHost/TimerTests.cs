using System.Text.Json;
using Alleviation.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Alleviation.Tests.LocalHost;

public sealed class TimerTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 2, 1, 0, TimeSpan.Zero));

    [Fact]
    public async Task Timer_RunsWhenItIsDue_AndMakesUpOnceForWhatItMissed()
    {
        using var worker = new FakeWorker().HasTimer("Every5", "0 */5 * * * *");
        await using var host = await FakeHost.StartAsync(worker, clock: _clock);

        _clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Empty(worker.Invocations);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => Task.FromResult(worker.Invocations.Count == 1));
        await Eventually.TrueAsync(() =>
        {
            _clock.Advance(TimeSpan.FromMinutes(13));
            return Task.FromResult(worker.Invocations.Count >= 2);
        });

        Assert.Equal(false, IsPastDue(worker, 0));
        Assert.Equal(true, IsPastDue(worker, 1));
    }

    [Fact]
    public async Task TimerThatRunsAtStart_DoesSo()
    {
        using var worker = new FakeWorker().Has(
            "Nightly",
            """{"name":"timer","type":"timerTrigger","direction":"In","schedule":"0 0 3 * * *","runOnStartup":true}"""
        );
        await using var host = await FakeHost.StartAsync(worker, clock: _clock);

        await Eventually.TrueAsync(() => Task.FromResult(worker.Invocations.Count == 1));
    }

    [Fact]
    public async Task FiredByHand_ItRunsNowAndSaysHowItWent()
    {
        using var worker = new FakeWorker().HasTimer("Nightly", "0 0 3 * * *");
        await using var host = await FakeHost.StartAsync(worker, clock: _clock);

        Assert.True(await host.FireAsync("Nightly"));
        worker.OnInvoke = (_, _) => throw new InvalidOperationException("It fails.");
        Assert.False(await host.FireAsync("Nightly"));
        Assert.Equal(2, worker.Invocations.Count);
    }

    [Fact]
    public async Task TimerBeyondFunctionTimeout_IsCancelled()
    {
        using var worker = new FakeWorker("""{"version":"2.0","functionTimeout":"00:00:01"}""").HasTimer("Nightly", "0 0 3 * * *");
        var cancelled = false;
        worker.OnInvoke = async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => cancelled = true, TaskScheduler.Default);
            throw new OperationCanceledException();
        };
        await using var host = await FakeHost.StartAsync(worker, clock: _clock);

        Assert.False(await host.FireAsync("Nightly"));
        Assert.True(cancelled);
    }

    private static bool? IsPastDue(FakeWorker worker, int invocation) =>
        JsonDocument
            .Parse(worker.Invocations.ElementAt(invocation).InputData.Single().Data.Json)
            .RootElement.GetProperty("IsPastDue")
            .GetBoolean();
}
