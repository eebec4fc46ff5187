namespace Alleviation.Tests.Support;

public sealed class StartingTests
{
    [Fact]
    public async Task StartThatFailsHalfWay_EndsWhatItBegan_AndLeavesNoScene()
    {
        var begun = new Part();
        var tests = new Tests(() => Task.FromResult(begun).ThenAsync<Part, Part>(_ => throw new TimeoutException()));

        await Assert.ThrowsAsync<TimeoutException>(tests.InitializeAsync);

        Assert.Equal(1, begun.Ends);
        Assert.Throws<InvalidOperationException>(() => tests.Seen);
        await tests.DisposeAsync();
        Assert.Equal(1, begun.Ends);
    }

    [Fact]
    public async Task Scene_IsThereFromItsStartToItsEnd_AndEndsOnce()
    {
        var part = new Part();
        var tests = new Tests(() => Task.FromResult(part));
        Assert.Contains(nameof(Part), Assert.Throws<InvalidOperationException>(() => tests.Seen).Message, StringComparison.Ordinal);

        await tests.InitializeAsync();
        Assert.Same(part, tests.Seen);
        await tests.DisposeAsync();
        await tests.DisposeAsync();

        Assert.Equal(1, part.Ends);
        Assert.Throws<InvalidOperationException>(() => tests.Seen);
    }

    private sealed class Tests(Func<Task<Part>> start) : WithScene<Part>(start)
    {
        public Part Seen => Scene;
    }

    private sealed class Part : IAsyncDisposable
    {
        public int Ends { get; private set; }

        public ValueTask DisposeAsync()
        {
            Ends++;
            return ValueTask.CompletedTask;
        }
    }
}
