using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

/// <summary>Imports that are delivered twice, broken off, cancelled, or sent twice at once.</summary>
public sealed class ImportRepeatsTests() : WithScene<ImportsApp>(ImportsApp.StartAsync)
{
    [Fact]
    public async Task ChunksDeliveredTwice_CountOnce()
    {
        var id = await SendAsync(
            SomeList.Of([
                .. Enumerable.Range(1, 150).SelectMany(household => SomeList.Household(household)),
                SomeList.Line(200, 1, village: "441402999999"),
            ])
        );

        await Scene.WorkAsync(deliveries: 2);

        Assert.Equal(("completed", 301, 151, 150, 0, 1, 1.0), await CountsAsync(id));
        Assert.Equal(150, await Scene.HouseholdsAsync());
        Assert.Single(await Scene.RowsAsync("Imports"), row => row.RowKey.StartsWith("refused:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ChunkDeliveredTwiceAtOnce_CountsOnce()
    {
        var id = await SendAsync(SomeList.Households(80));
        var message = Assert.Single(await Scene.ReceiveAsync());

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Scene.HandleAsync(message, CancellationToken.None)));

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
        var message = Assert.Single(await Scene.ReceiveAsync());
        using var crash = new CancellationTokenSource();
        Scene.Clock.WhenRead = read =>
        {
            if (read >= reads)
            {
                crash.Cancel();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Scene.HandleAsync(message, crash.Token));
        Assert.Equal("running", (await CountsAsync(id)).Status);

        Scene.Clock.WhenRead = null;
        await Scene.HandleAsync(message, CancellationToken.None);

        Assert.Equal(("completed", 159, 80, 79, 0, 1, 1.0), await CountsAsync(id));
        Assert.Equal(79, await Scene.HouseholdsAsync());
    }

    [Fact]
    public async Task SameListSentTwiceAtOnce_EnrolsEachHouseholdOnce()
    {
        var ids = await Task.WhenAll(SendAsync(SomeList.Households(60)), SendAsync(SomeList.Households(60)));
        var messages = await Scene.ReceiveAsync();

        await Task.WhenAll(messages.Select(message => Scene.HandleAsync(message, CancellationToken.None)));

        var (first, second) = (await CountsAsync(ids[0]), await CountsAsync(ids[1]));
        Assert.Equal(60, first.Accepted + second.Accepted);
        Assert.Equal(60, first.Unchanged + second.Unchanged);
        Assert.Equal((0, 0), (first.Refused, second.Refused));
        Assert.Equal(60, await Scene.HouseholdsAsync());
        Assert.Equal(60, (await Scene.RowsAsync("Registry")).Count);
    }

    [Fact]
    public async Task Cancelled_LeavesTheRestOutAndKeepsNoLines()
    {
        var id = await SendAsync(SomeList.Households(150));

        Assert.Equal(204, await CancelAsync(id));
        Assert.Equal("cancelled", (await CountsAsync(id)).Status);
        await Scene.WorkAsync();

        Assert.Equal(("cancelled", 300, 150, 0, 0, 0, 0.0), await CountsAsync(id));
        Assert.Equal(0, await Scene.HouseholdsAsync());
        Assert.DoesNotContain(await Scene.RowsAsync("Imports"), row => row.ContainsKey("Sealed"));
    }

    [Fact]
    public async Task CancelledAfterItsEnd_IsToldSo()
    {
        var id = await SendAsync(SomeList.Households(1));
        await Scene.WorkAsync();

        Assert.Equal(409, await CancelAsync(id));
        Assert.Equal("completed", (await CountsAsync(id)).Status);
    }

    [Fact]
    public async Task UploadThatBreaksOff_LeavesNothing()
    {
        var list = SomeList.Households(2_000);

        await Assert.ThrowsAsync<IOException>(() =>
            Scene.CallAsync(
                (functions, request) =>
                {
                    request.Body = new BrokenStream(list, list.Length / 2);
                    return functions.ReceiveAsync(request, CancellationToken.None);
                }
            )
        );

        Assert.Empty(
            (await Scene.CallAsync((functions, request) => functions.ListAsync(request, CancellationToken.None)))
                .Json.GetProperty("items")
                .EnumerateArray()
        );
        Assert.DoesNotContain(await Scene.RowsAsync("Imports"), row => row.ContainsKey("Sealed"));
        Assert.Empty(await Scene.ReceiveAsync());
    }

    private async Task<string> SendAsync(byte[] list) => (await Scene.SendAsync(list)).Json.GetProperty("id").GetString()!;

    private async Task<int> CancelAsync(string id) =>
        (await Scene.CallAsync((functions, request) => functions.CancelAsync(request, id, CancellationToken.None))).Status;

    private async Task<(string Status, int Lines, int Households, int Accepted, int Unchanged, int Refused, double Progress)> CountsAsync(
        string id
    )
    {
        JsonElement import = (await Scene.ShowAsync(id)).Json;
        return ImportOutcome.Counts(import);
    }
}
