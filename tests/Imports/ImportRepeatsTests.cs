using System.Text.Json;

namespace Alleviation.Tests.Imports;

/// <summary>Imports that are delivered twice, broken off, cancelled, or sent twice at once.</summary>
public sealed class ImportRepeatsTests : IAsyncLifetime
{
    private ImportsApp _app = null!;

    public async Task InitializeAsync() => _app = await ImportsApp.StartAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    [Fact]
    public async Task ChunksDeliveredTwice_CountOnce()
    {
        var id = await SendAsync(
            SomeList.Of([
                .. Enumerable.Range(1, 150).SelectMany(household => SomeList.Household(household)),
                SomeList.Line(200, 1, village: "441402999999"),
            ])
        );

        await _app.WorkAsync(deliveries: 2);

        Assert.Equal(("completed", 301, 151, 150, 0, 1, 1.0), await CountsAsync(id));
        Assert.Equal(150, await _app.HouseholdsAsync());
        Assert.Single(await _app.RowsAsync("Imports"), row => row.RowKey.StartsWith("refused:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ChunkDeliveredTwiceAtOnce_CountsOnce()
    {
        var id = await SendAsync(SomeList.Households(80));
        var message = Assert.Single(await _app.ReceiveAsync());

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _app.HandleAsync(message, CancellationToken.None)));

        Assert.Equal(("completed", 160, 80, 80, 0, 0, 1.0), await CountsAsync(id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(79)]
    public async Task CrashHalfWay_ComesToTheSameEnd(int reads)
    {
        var id = await SendAsync(
            SomeList.Of([
                .. Enumerable.Range(1, 79).SelectMany(household => SomeList.Household(household)),
                SomeList.Line(200, 1, village: "441402999999"),
            ])
        );
        var message = Assert.Single(await _app.ReceiveAsync());
        using var crash = new CancellationTokenSource();
        _app.Clock.WhenRead = read =>
        {
            if (read >= reads)
            {
                crash.Cancel();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _app.HandleAsync(message, crash.Token));
        Assert.Equal("running", (await CountsAsync(id)).Status);

        _app.Clock.WhenRead = null;
        await _app.HandleAsync(message, CancellationToken.None);

        Assert.Equal(("completed", 159, 80, 79, 0, 1, 1.0), await CountsAsync(id));
        Assert.Equal(79, await _app.HouseholdsAsync());
    }

    [Fact]
    public async Task SameListSentTwiceAtOnce_EnrolsEachHouseholdOnce()
    {
        var ids = await Task.WhenAll(SendAsync(SomeList.Households(60)), SendAsync(SomeList.Households(60)));
        var messages = await _app.ReceiveAsync();

        await Task.WhenAll(messages.Select(message => _app.HandleAsync(message, CancellationToken.None)));

        var (one, other) = (await CountsAsync(ids[0]), await CountsAsync(ids[1]));
        Assert.Equal(60, one.Accepted + other.Accepted);
        Assert.Equal(60, one.Unchanged + other.Unchanged);
        Assert.Equal((0, 0), (one.Refused, other.Refused));
        Assert.Equal(60, await _app.HouseholdsAsync());
        Assert.Equal(60, (await _app.RowsAsync("Registry")).Count);
    }

    [Fact]
    public async Task Cancelled_LeavesTheRestOutAndKeepsNoLines()
    {
        var id = await SendAsync(SomeList.Households(150));

        Assert.Equal(204, await CancelAsync(id));
        Assert.Equal("cancelled", (await CountsAsync(id)).Status);
        await _app.WorkAsync();

        Assert.Equal(("cancelled", 300, 150, 0, 0, 0, 0.0), await CountsAsync(id));
        Assert.Equal(0, await _app.HouseholdsAsync());
        Assert.DoesNotContain(await _app.RowsAsync("Imports"), row => row.ContainsKey("Sealed"));
    }

    [Fact]
    public async Task CancelledAfterItsEnd_IsToldSo()
    {
        var id = await SendAsync(SomeList.Households(1));
        await _app.WorkAsync();

        Assert.Equal(409, await CancelAsync(id));
        Assert.Equal("completed", (await CountsAsync(id)).Status);
    }

    [Fact]
    public async Task UploadThatBreaksOff_LeavesNothing()
    {
        var list = SomeList.Households(2_000);

        await Assert.ThrowsAsync<IOException>(() =>
            _app.CallAsync(
                (doors, request) =>
                {
                    request.Body = new BrokenStream(list, list.Length / 2);
                    return doors.ReceiveAsync(request, CancellationToken.None);
                }
            )
        );

        Assert.Empty(
            (await _app.CallAsync((doors, request) => doors.ListAsync(request, CancellationToken.None)))
                .Json.GetProperty("items")
                .EnumerateArray()
        );
        Assert.DoesNotContain(await _app.RowsAsync("Imports"), row => row.ContainsKey("Sealed"));
        Assert.Empty(await _app.ReceiveAsync());
    }

    private async Task<string> SendAsync(byte[] list) => (await _app.SendAsync(list)).Json.GetProperty("id").GetString()!;

    private async Task<int> CancelAsync(string id) =>
        (await _app.CallAsync((doors, request) => doors.CancelAsync(request, id, CancellationToken.None))).Status;

    private async Task<(string Status, int Lines, int Households, int Accepted, int Unchanged, int Refused, double Progress)> CountsAsync(
        string id
    )
    {
        JsonElement import = (await _app.ShowAsync(id)).Json;
        return ImportTests.Counts(import);
    }
}
