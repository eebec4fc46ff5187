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

    public string OfA(string what) => $"{AtA}/members/{InA}/{what}";

    public string OfB(string what) => $"{AtB}/members/{InB}/{what}";

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

    /// <summary>Something of every kind that can be written of her by an endpoint.</summary>
    public async Task HasHistoryAsync()
    {
        using var course = new HttpRequestMessage(HttpMethod.Put, OfA($"medication/courses/{Guid.NewGuid()}"))
        {
            Content = JsonContent.Create(
                new
                {
                    drug = "amlodipine",
                    doseAmount = 5,
                    doseUnit = "mg",
                    frequency = "onceDaily",
                }
            ),
        };
        course.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
        using var added = await Physician.SendAsync(course);
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        var visit = FollowUps.SomeVisit.Body("hypertension", App.Clock.GetUtcNow().AddDays(-1), """{"systolic":165,"diastolic":100}""");
        await Worker.PutsAsync(OfA($"visits/{CareScene.NewId()}"), visit);
        await Worker.PutsAsync(
            OfA($"consultations/{Guid.NewGuid()}"),
            new
            {
                kind = "medication",
                condition = "I10",
                text = "吃了药脚肿，还能吃吗？",
            },
            HttpStatusCode.Created
        );
        await Worker.PutsAsync(
            OfA($"referrals/{CareScene.NewId()}"),
            new
            {
                direction = "up",
                urgency = "soon",
                discipline = "psychiatry",
                reason = "近一周夜间躁动",
            }
        );
        await Worker.PutsAsync(
            OfA($"education/{CareScene.NewId()}"),
            new
            {
                text = "hypertension",
                step = "given",
                at = App.Clock.GetUtcNow().AddDays(-1),
            }
        );
        await Worker.PutsAsync(
            OfA($"test-reports/{CareScene.NewId()}"),
            new
            {
                source = "report",
                laboratory = "示范医院",
                takenAt = App.Clock.GetUtcNow().AddDays(-2),
                values = new[] { new { code = "potassium", value = 6.2 } },
            }
        );
        using var card = await Worker.PostAsync(OfA("health-card"), null);
        Assert.True(card.IsSuccessStatusCode, await card.Content.ReadAsStringAsync());
        await Physician.PutsAsync(
            OfA($"conferences/{CareScene.NewId()}"),
            new
            {
                question = "是否调整方案？",
                answerBy = "2026-12-01",
                invited = new[] { Specialist },
            }
        );
        using var plan = new HttpRequestMessage(HttpMethod.Put, $"/api/physicians/{Specialist}/slot-plan")
        {
            Content = JsonContent.Create(
                new
                {
                    week = new[]
                    {
                        new
                        {
                            weekday = 2,
                            from = "09:00",
                            to = "12:00",
                            minutes = 60,
                            place = "门诊203",
                        },
                    },
                }
            ),
        };
        plan.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
        using var kept = await SpecialistClient.SendAsync(plan);
        Assert.True(kept.IsSuccessStatusCode, await kept.Content.ReadAsStringAsync());
        await Worker.PutsAsync(
            OfA($"appointments/{CareScene.NewId()}"),
            new
            {
                physicianId = Specialist,
                start = Slot,
                reason = "复诊",
            }
        );
    }

    public async Task<JsonElement> LeavesAAsync(string reason = "marriedOut")
    {
        Members(A)[InA - 1]["departure"] = new Dictionary<string, object?> { ["on"] = "2026-11-20", ["reason"] = reason };
        return await CorrectsAsync(AtA, A);
    }

    public async Task EntersBAsync() => _atB = await Worker.EnrolsAsync(B);

    /// <summary>Corrects a household, and waits until it stands on the lists again.</summary>
    public async Task<JsonElement> CorrectsAsync(Uri at, Dictionary<string, object?> household)
    {
        var version = (await Worker.GetFromJsonAsync<JsonElement>(at)).GetProperty("version").GetInt32();
        using var answer = await Worker.CorrectsAsync(at, household, version);
        Assert.True(answer.StatusCode is HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        await Pipeline.SettledAsync(App.Storage);
        return await Worker.GetFromJsonAsync<JsonElement>(at);
    }

    public async Task<Household> HouseholdAsync(Uri at) =>
        (await App.Get<HouseholdTable>().FindAsync(IdOf(at), CancellationToken.None))!.Household;

    /// <summary>What stands in her rows, by key, without whose they are.</summary>
    public async Task<SortedDictionary<string, string>> RowsAsync(Uri at, int member)
    {
        var rows = await App.Get<HouseholdTable>().ListOfPersonAsync(new PersonPlace(IdOf(at), member), CancellationToken.None);
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

    private static HouseholdId IdOf(Uri at)
    {
        Assert.True(HouseholdId.TryParse(at.ToString().Split('/')[^1], out var id));
        return id;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
