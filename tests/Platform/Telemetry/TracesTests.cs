using System.Diagnostics;
using Alleviation.Functions.Platform.Telemetry;
using Alleviation.Tests.Support;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Alleviation.Tests.Platform.Telemetry;

// Whoever else listened to the same source meanwhile would keep what is not to be kept.
[Collection(AloneCollection.Name)]
public sealed class TracesTests
{
    private const string Kept = "00-00000000000000000000000000000001-00000000000000aa-00";
    private const string NotKept = "00-ffffffffffffffffffffffffffffffff-00000000000000aa-01";

    /// <summary>What the first stage says is what all say: the id decides, and not the flag behind it.</summary>
    [Theory]
    [InlineData(Kept, true)]
    [InlineData(NotKept, false)]
    public void OfHalfOfTheTraces_EachIsKeptWholeOrNotAtAll(string host, bool isKept)
    {
        using var provider = Sdk.CreateTracerProviderBuilder().AddSource(Traces.Name).SetSampler(new TraceIdRatioBasedSampler(0.5)).Build();
        string? sent;
        using (Traces.Carry(host))
        {
            sent = Traces.Parent;
            using var call = Traces.Call("table get");
            Assert.Equal(isKept, call?.Recorded ?? false);
        }

        using var handled = Traces.Handle("changes", "household-changed", sent, 1);
        Assert.Equal(host[3..35], handled!.TraceId.ToHexString());
        Assert.Equal(isKept, handled.Recorded);
    }

    [Fact]
    public void AMessageWithoutASender_IsPartOfItsInvocation()
    {
        using var listener = Listening();
        using var invocation = new Activity("invocation").Start();

        using var handled = Traces.Handle("changes", "household-changed", sender: null, 2);

        Assert.Equal((invocation.SpanId, invocation.TraceId), (handled!.ParentSpanId, handled.TraceId));
        Assert.Empty(handled.Links);
        Assert.Equal(2L, handled.GetTagItem("alleviation.delivery"));
    }

    [Fact]
    public void ACallThatNobodyAskedFor_IsNoTrace()
    {
        using var listener = Listening();

        Assert.Null(Traces.Call("table get"));
        Assert.Null(Traces.Parent);
    }

    private static ActivityListener Listening()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Traces.Name,
            Sample = (ref _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
