using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Tests.Records;

/// <summary>
/// A woman who is member 2 of household A, with something of every kind in her record, and household B, of which she becomes member 3.
/// </summary>
public sealed class MovingScene : IAsyncDisposable
{
    public const int InA = 2;
    public const int InB = 3;
    public const string Responsible = "P441402004-01";
    public const string Specialist = "P441402-01";
    public const string Slot = "2026-12-01T09:00:00+08:00";
    private Uri? _atB;

    private MovingScene(
        AppUnderTest app,
        HttpClient worker,
        HttpClient physician,
        HttpClient specialist,
        Dictionary<string, object?> a,
        Dictionary<string, object?> b,
        Uri atA,
        string number
    )
    {
        (App, Worker, Physician, SpecialistClient) = (app, worker, physician, specialist);
        (A, B, AtA, Number) = (a, b, atA, number);
    }

    public AppUnderTest App { get; }

    public HttpClient Worker { get; }

    public HttpClient Physician { get; }

    public HttpClient SpecialistClient { get; }

    public Dictionary<string, object?> A { get; }

    public Dictionary<string, object?> B { get; }

    public Uri AtA { get; }

    public Uri AtB => _atB ?? throw new InvalidOperationException("Household B has not been enrolled yet.");

    /// <summary>Her record number, before anything.</summary>
    public string Number { get; }

    public string OfA(string path) => $"{AtA}/members/{InA}/{path}";

    public string OfB(string path) => $"{AtB}/members/{InB}/{path}";

    public static Task<MovingScene> StartAsync(Action<IServiceCollection>? services = null, params string[] conditions) =>
        AppUnderTest
            .StartAsync(
                settings: new Dictionary<string, string?>
                {
                    ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:00.300",
                },
                services: services,
                keepsPoison: true
            )
            .ThenAsync(app => EnrolAAsync(app, conditions));

    private static async Task<MovingScene> EnrolAAsync(AppUnderTest app, string[] conditions)
    {
        await app.HasPhysicianAsync(Responsible, Some.Township);
        await app.HasPhysicianAsync(Specialist, Some.County, "psychiatry");
        var worker = await app.HealthWorkerAsync(Some.Township);
        var (physician, specialist) = (await app.PhysicianAsync(Responsible), await app.PhysicianAsync(Specialist));
        var woman = Some.Member("1", "19780405", male: false, conditions is [] ? ["I10"] : conditions);
        woman["basicInformation"] = new { drugAllergies = new[] { "2" }, abo = "1" };
        var a = Some.Household(Some.Village, Some.Member(), woman);
        var atA = await worker.EnrolsAsync(a);
        var number = (await worker.ListedAsync(atA)).RecordNumbers()[1]!;
        // Elsewhere nothing is known of her but her name and number.
        var same = Some.Member("1", "19780405", male: false);
        same["idNumber"] = woman["idNumber"];
        var b = Some.Household(Some.Village, Some.Member(), Some.Member("2", "20010809"), same);
        return new MovingScene(app, worker, physician, specialist, a, b, atA, number);
    }

    public async Task<JsonElement> LeavesAAsync(string reason = "marriedOut")
    {
        Members(A)[InA - 1]["departure"] = new Dictionary<string, object?> { ["on"] = "2026-11-20", ["reason"] = reason };
        return await CorrectsAsync(AtA, A);
    }

    public async Task EntersBAsync() => _atB = await Worker.EnrolsAsync(B);

    /// <summary>Corrects a household, and waits until it stands on the lists again.</summary>
    public async Task<JsonElement> CorrectsAsync(Uri location, Dictionary<string, object?> household)
    {
        var version = (await Worker.GetFromJsonAsync<JsonElement>(location)).GetProperty("version").GetInt32();
        using var answer = await Worker.CorrectsAsync(location, household, version);
        Assert.True(answer.StatusCode is HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        await Pipeline.SettledAsync(App.Storage);
        return await Worker.GetFromJsonAsync<JsonElement>(location);
    }

    public async Task<Household> HouseholdAsync(Uri location) =>
        (await App.Get<HouseholdTable>().FindAsync(IdOf(location), CancellationToken.None))!.Household;

    /// <summary>What stands in her rows, by key, without whose they are.</summary>
    public async Task<SortedDictionary<string, string>> RowsAsync(Uri location, int member)
    {
        var rows = await App.Get<HouseholdTable>().ListOfPersonAsync(new PersonPlace(IdOf(location), member), CancellationToken.None);
        return new SortedDictionary<string, string>(
            rows.ToDictionary(row => DocumentKeys.ForMember(row.Key, 99), TextOf),
            StringComparer.Ordinal
        );
    }

    public static List<Dictionary<string, object?>> Members(Dictionary<string, object?> household) =>
        (List<Dictionary<string, object?>>)household["members"]!;

    private static string TextOf(StoredDocument stored)
    {
        var document = stored.ReadJson().Document;
        foreach (var holder in new[] { document, document["plan"] as JsonObject })
        {
            holder?.Remove("member");
        }
        return document.ToJsonString();
    }

    private static HouseholdId IdOf(Uri location)
    {
        Assert.True(HouseholdId.TryParse(location.ToString().Split('/')[^1], out var id));
        return id;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
