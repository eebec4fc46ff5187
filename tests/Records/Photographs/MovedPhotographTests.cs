using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records.Photographs;
using Alleviation.Tests.Support;
using Azure.Data.Tables;

namespace Alleviation.Tests.Records.Photographs;

/// <summary>Whoever goes to another household takes the pictures along: none stays behind.</summary>
public sealed class MovedPhotographTests() : WithScene<MovingScene>(() => MovingScene.StartAsync())
{
    private static readonly byte[] Preview = SomePicture.OfSize(2_000);

    [Fact]
    public async Task Photographs_GoAlong_AndAreSealedToTheirNewPlace()
    {
        var (kept, removed) = (CareScene.NewId(), CareScene.NewId());
        await Scene.Worker.PutsAsync(Scene.OfA($"education/{CareScene.NewId()}"), new { text = "hypertension", step = "given" });
        await AddAsync(kept);
        await AddAsync(removed);
        using var taken = await Scene.Worker.PostAsJsonAsync(Scene.OfA($"photographs/{removed}/removal"), new { reason = "拍错了人" });
        Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync());
        var before = await Scene.Worker.GetByteArrayAsync(Scene.OfA($"photographs/{kept}"));

        await Scene.LeavesAAsync();
        await Scene.EntersBAsync();
        await Pipeline.SettledAsync(Scene.App.Storage);

        Assert.Equal(before, await Scene.Worker.GetByteArrayAsync(Scene.OfB($"photographs/{kept}")));
        Assert.Equal(Preview, await Scene.Worker.GetByteArrayAsync(Scene.OfB($"photographs/{kept}?size=preview")));
        using var gone = await Scene.Worker.GetAsync(Scene.OfA($"photographs/{kept}"));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        var overview = await Scene.Worker.GetFromJsonAsync<JsonElement>(Scene.OfB("")[..^1]);
        var shown = overview
            .GetProperty("entries")
            .GetProperty("items")
            .EnumerateArray()
            .SelectMany(entry => entry.TryGetProperty("photographs", out var photographs) ? photographs.EnumerateArray().ToList() : []);
        Assert.Equal([kept, removed], shown.Select(photograph => photograph.GetProperty("id").GetString()));
        var rows = await Scene
            .App.Get<TableServiceClient>()
            .GetTableClient(PhotographTable.Name)
            .QueryAsync<TableEntity>(row => row.PartitionKey != "pending", select: ["PartitionKey", "RowKey"])
            .ToListAsync();
        var row = Assert.Single(rows);
        Assert.Equal((Scene.AtB.ToString().Split('/')[^1], $"03:{kept}"), (row.PartitionKey, row.RowKey));

        // Done twice, the outcome is the same.
        var photographs = Scene.App.Get<PhotographTable>();
        Assert.True(HouseholdId.TryParse(Scene.AtA.ToString().Split('/')[^1], out var a));
        Assert.True(HouseholdId.TryParse(row.PartitionKey, out var b));
        await photographs.MoveAsync(
            new PhotographKey(a, MovingScene.InA, kept),
            new PhotographKey(b, MovingScene.InB, kept),
            CancellationToken.None
        );
        Assert.Equal(before, await Scene.Worker.GetByteArrayAsync(Scene.OfB($"photographs/{kept}")));
    }

    private async Task AddAsync(string id)
    {
        var page = await Scene.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{Scene.Number}/entries");
        var entry = page.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("kind").GetString() == "education");
        var at = Uri.EscapeDataString(entry.GetProperty("at").GetDateTimeOffset().ToString("O"));
        using var content = new ByteArrayContent([.. Preview, .. SomePicture.Of()]);
        content.Headers.Add("X-Preview-Length", Preview.Length.ToString(CultureInfo.InvariantCulture));
        content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        using var added = await Scene.Worker.PutAsync(
            Scene.OfA($"photographs/{id}?entryKind=education&entryId={entry.GetProperty("id").GetString()}&entryAt={at}"),
            content
        );
        Assert.True(added.StatusCode is HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
    }
}
