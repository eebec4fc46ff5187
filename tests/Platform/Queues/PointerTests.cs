using System.Diagnostics;
using System.Text.Json;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Telemetry;
using Alleviation.Functions.PoisonMessages;

namespace Alleviation.Tests.Platform.Queues;

public sealed class PointerTests : IDisposable
{
    private const int OneKilobyte = 1024;
    private static readonly HouseholdChanged Message = new("00-000000000000000000000000000000", 3);

    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name == Traces.Name,
        Sample = (ref _) => ActivitySamplingResult.AllData,
    };

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void DelayedMessage_WaitsSinceItsDelayIsOver()
    {
        var (sent, due) = (
            new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 11, 30, 2, 0, 0, TimeSpan.Zero)
        );
        const string plain = """{"n":"coverage-requested","v":1,"d":{"region":"441402004"}}""";
        using var activity = new Activity("sending").SetIdFormat(ActivityIdFormat.W3C).Start();

        var text = Pointer.Write(new CoverageRequested("441402004"), due);

        Assert.Equal(due, Pointer.WaitsSince(text, sent));
        Assert.Equal(due.AddDays(1), Pointer.WaitsSince(text, due.AddDays(1)));
        Assert.Equal(sent, Pointer.WaitsSince(plain, sent));
        Assert.Equal(plain, Pointer.WithoutNotes(text));
        Assert.Equal("441402004", Pointer.Read<CoverageRequested>(text).Region);
    }

    [Fact]
    public void OfATrace_CarriesIt_AndIsReadAlike()
    {
        var (text, activity) = Sent(Message);

        Assert.Equal(activity.Id, Pointer.TraceOf(text));
        Assert.Equal(activity.Id, JsonDocument.Parse(text).RootElement.GetProperty("t").GetString());
        Assert.Equal(Message, Pointer.Read<HouseholdChanged>(text));
    }

    [Fact]
    public void WithoutATrace_IsAsItAlwaysWas()
    {
        const string Text = """{"n":"coverage-requested","v":1,"d":{"region":"441402004"}}""";

        Assert.Equal(Text, Pointer.Write(new CoverageRequested("441402004")));
        Assert.Null(Pointer.TraceOf(Text));
        Assert.Equal(new CoverageRequested("441402004"), Pointer.Read<CoverageRequested>(Text));
        Assert.Equal(Text, Pointer.WithoutNotes(Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("no message at all, though it is as long as one that has a trace would be, and a little longer\"}")]
    public void WhatIsNoMessage_HasNoTrace(string text)
    {
        Assert.Null(Pointer.TraceOf(text));
        Assert.Equal(text, Pointer.WithoutNotes(text));
    }

    [Fact]
    public void TheSameStepOfTwoRequests_IsOneProblem()
    {
        var (first, _) = Sent(Message);
        var (second, _) = Sent(Message);

        Assert.NotEqual(first, second);
        Assert.Equal(PoisonMessageTable.IdOf(first), PoisonMessageTable.IdOf(second));
        Assert.Equal(PoisonMessageTable.IdOf(Pointer.Write(Message)), PoisonMessageTable.IdOf(first));
    }

    [Fact]
    public void NeverMoreThanAKilobyte_TheTraceGivesWay()
    {
        const int TraceLength = 62;
        var room = OneKilobyte - Pointer.Write(new CoverageRequested("")).Length;

        var (full, _) = Sent(new CoverageRequested(new string('4', room)));
        var (almost, activity) = Sent(new CoverageRequested(new string('4', room - TraceLength)));

        Assert.Equal((OneKilobyte, null), (full.Length, Pointer.TraceOf(full)));
        Assert.Equal((OneKilobyte, activity.Id), (almost.Length, Pointer.TraceOf(almost)));
    }

    private (string Text, Activity Activity) Sent<T>(T message)
        where T : IMessage
    {
        ActivitySource.AddActivityListener(_listener);
        using var activity = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        return (Pointer.Write(message), activity);
    }
}
