using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Records.Photographs;
using Alleviation.Tests.Support;
using Azure.Data.Tables;

namespace Alleviation.Tests.Records.Photographs;

/// <summary>A listed household, whose first member has an entry of a lesson, to which photographs are added.</summary>
public sealed class PhotographScene : IAsyncDisposable
{
    private PhotographScene(CareScene care, HttpClient physician, JsonElement entry) => (Care, Physician, Entry) = (care, physician, entry);

    public CareScene Care { get; }

    public AppUnderTest App => Care.App;

    public HttpClient Worker => Care.Worker;

    /// <summary>Responsible.</summary>
    public HttpClient Physician { get; }

    public JsonElement Entry { get; }

    public TableClient Rows => App.Get<TableServiceClient>().GetTableClient(PhotographTable.Name);

    public static async Task<PhotographScene> StartAsync()
    {
        var care = await CareScene.StartAsync();
        await care.Worker.PutsAsync(care.Of($"education/{CareScene.NewId()}"), new { text = "hypertension", step = "given" });
        return new PhotographScene(
            care,
            await care.App.PhysicianAsync(CareScene.Responsible),
            (await EntriesAsync(care)).Single(entry => entry.GetProperty("kind").GetString() == "education")
        );
    }

    public string AddressOf(string id) => Care.Of($"photographs/{id}");

    public string PreviewOf(string id) => $"{AddressOf(id)}?size=preview";

    public PhotographKey KeyOf(string id) => new(Care.Household, 1, id);

    public Task<HttpResponseMessage> SendAsync(
        string id,
        byte[]? picture = null,
        HttpClient? by = null,
        string? caption = "左足溃疡",
        string type = "image/jpeg",
        string? entryId = null,
        byte[]? preview = null,
        string? previewLength = null
    )
    {
        var at = Entry.GetProperty("at").GetDateTimeOffset().ToString("O");
        var query =
            $"?entryKind={Entry.GetProperty("kind").GetString()}&entryId={entryId ?? Entry.GetProperty("id").GetString()}"
            + $"&entryAt={Uri.EscapeDataString(at)}";
        var request = new HttpRequestMessage(HttpMethod.Put, AddressOf(id) + query)
        {
            Content = new ByteArrayContent([.. preview ?? [], .. picture ?? SomePicture.Of()])
            {
                Headers = { ContentType = new MediaTypeHeaderValue(type) },
            },
        };
        if (caption is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Caption", Uri.EscapeDataString(caption));
        }
        if ((previewLength ?? preview?.Length.ToString(CultureInfo.InvariantCulture)) is { } length)
        {
            request.Headers.TryAddWithoutValidation("X-Preview-Length", length);
        }
        return (by ?? Worker).SendAsync(request);
    }

    public async Task<JsonElement> AddsAsync(string id, byte[]? picture = null, HttpClient? by = null, byte[]? preview = null)
    {
        using var answer = await SendAsync(id, picture, by, preview: preview);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    public async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        return answer.StatusCode;
    }

    public Task<HttpResponseMessage> RemoveAsync(string id, HttpClient? by = null, string reason = "拍错了人") =>
        (by ?? Worker).PostAsJsonAsync($"{AddressOf(id)}/removal", new { reason });

    /// <summary>Those of the entry, as the timeline shows them.</summary>
    public async Task<IReadOnlyList<JsonElement>> ShownAsync() =>
        (await EntriesAsync(Care))
            .Single(entry => entry.GetProperty("kind").GetString() == "education")
            .TryGetProperty("photographs", out var photographs)
            ? [.. photographs.EnumerateArray()]
            : [];

    public async Task<MemberPhotographs> StoredAsync() =>
        MemberPhotographs.Of((await App.Get<HouseholdTable>().ReadAsync(Care.Household, CancellationToken.None))!, 1);

    /// <summary>The one row of the household's photographs. What is pending beside it is taken away only after the answer.</summary>
    public async Task<TableEntity> OnlyRowAsync() =>
        Assert.Single(await Rows.QueryAsync<TableEntity>(row => row.PartitionKey == Care.Household.Value).ToListAsync());

    /// <summary>Of all that is stored of photographs: the keys.</summary>
    public async Task<IReadOnlyList<string>> RowKeysAsync() =>
        await Rows.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"]).Select(row => row.RowKey).ToListAsync();

    /// <summary>As it stands where the process died after the row and before the commit.</summary>
    public async Task ForgetsCommitAsync(string id)
    {
        var households = App.Get<TableServiceClient>().GetTableClient(HouseholdTable.Name);
        await households.DeleteEntityAsync(Care.Household.Value, MemberPhotographs.StoredAs.Of(1).Value);
        await App.Get<PhotographTable>().PutPendingAsync(KeyOf(id), App.Clock.GetUtcNow().AddHours(24), CancellationToken.None);
    }

    public static async Task RefusesAsync(Task<HttpResponseMessage> sending, string code)
    {
        using var answer = await sending;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, text);
        Assert.Contains($"\"{code}\"", text, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        Physician.Dispose();
        await Care.DisposeAsync();
    }

    private static async Task<IReadOnlyList<JsonElement>> EntriesAsync(CareScene care)
    {
        var number = (await care.ReadAsync()).Members[0].RecordNumber;
        var page = await care.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{number}/entries");
        return [.. page.GetProperty("items").EnumerateArray()];
    }
}
