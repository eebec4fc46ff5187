using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Tests.Contract;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

/// <summary>A listed household, and what its first member takes and is corrected to.</summary>
internal sealed class MedicationScene : IAsyncDisposable
{
    public const string Responsible = TownshipScene.PhysicianId;
    private readonly TownshipScene _service;
    private readonly bool _ownsService;
    private readonly HouseholdId _household;

    /// <param name="ownsService">The service ends with the scene.</param>
    internal MedicationScene(TownshipScene service, HouseholdId household, bool ownsService) =>
        (_service, _household, _ownsService, Talk) = (service, household, ownsService, new Conversation(service.Physician));

    public AppUnderTest App => _service.App;

    public HttpClient Worker => _service.Worker;

    public HttpClient Physician => _service.Physician;

    public Conversation Talk { get; }

    public Uri Location => new($"/api/households/{_household}", UriKind.Relative);

    /// <summary>In a service of its own, whose clock may be moved.</summary>
    public static Task<MedicationScene> StartAsync(Dictionary<string, object?>? member = null) =>
        TownshipScene.StartAsync().ThenAsync(service => service.HasPatientAsync(member, isLast: true));

    public static string NewId() => Guid.NewGuid().ToString();

    public static Dictionary<string, object> Course(
        string? drug = null,
        string? text = null,
        string? overrideReason = null,
        string? elsewhere = null,
        bool hasSeen = false,
        string? condition = null
    )
    {
        var course = new Dictionary<string, object>
        {
            ["doseAmount"] = 1,
            ["doseUnit"] = "tablet",
            ["frequency"] = "onceDaily",
            ["acknowledgeUnrecognised"] = hasSeen,
        };
        foreach (
            var (name, value) in new[]
            {
                ("drug", drug),
                ("drugText", text),
                ("override", overrideReason),
                ("elsewhere", elsewhere),
                ("condition", condition),
            }
        )
        {
            if (value is not null)
            {
                course[name] = value;
            }
        }

        return course;
    }

    public Dictionary<string, string> Path(params (string Name, string Value)[] more) =>
        new([new("householdId", _household.Value), new("member", "1"), .. more.Select(part => KeyValuePair.Create(part.Name, part.Value))]);

    public async Task<Answer> PutsAsync(int status, string course, object body, HttpClient? by = null) =>
        await Talk.CallAsync(
            "Medication_SaveCourse",
            status,
            body,
            Path(("courseId", course)),
            headers: new Dictionary<string, string> { ["If-Match"] = (await ListAsync()).ETag! },
            by: by
        );

    public Task<Answer> ListAsync() => Talk.CallAsync("Medication_Get", 200, path: Path());

    public async Task<IReadOnlyList<JsonElement>> ReviewsAsync() => [.. (await ListAsync()).Body.GetProperty("reviews").EnumerateArray()];

    public async Task<Household> HouseholdAsync() =>
        (await App.Get<HouseholdTable>().FindAsync(_household, CancellationToken.None))!.Household;

    /// <summary>Waits for what has to be looked at.</summary>
    public async Task<HouseholdTask> IsAskedAsync()
    {
        var household = await Eventually.SeesAsync(HouseholdAsync, seen => ReviewsOf(seen).Any());
        return Assert.Single(ReviewsOf(household));
    }

    /// <summary>Waits for what has to be looked at; the codes of list drugCaution.</summary>
    public async Task<IReadOnlyList<string?>> CautionsAsync()
    {
        await IsAskedAsync();
        return
        [
            .. (await ReviewsAsync())
                .SelectMany(review => review.GetProperty("cautions").EnumerateArray())
                .Select(hit => hit.GetProperty("caution").GetString()),
        ];
    }

    public Task IsNotAskedAsync() => Eventually.SeesAsync(HouseholdAsync, seen => !ReviewsOf(seen).Any());

    /// <summary>Corrects the first member, and waits until the records are built again.</summary>
    public async Task CorrectsAsync(Action<JsonObject> change)
    {
        var form = JsonNode.Parse(await Worker.GetStringAsync(Location + "/enrolment"))!.AsObject();
        change(form["members"]![0]!.AsObject());
        using var answer = await Worker.CorrectsAsync(Location, form, (await HouseholdAsync()).Version);
        Assert.True(answer.StatusCode is HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        await Worker.ListedAsync(Location);
    }

    public async ValueTask DisposeAsync()
    {
        if (_ownsService)
        {
            await _service.DisposeAsync();
        }
    }

    private static IEnumerable<HouseholdTask> ReviewsOf(Household household) =>
        household.Tasks.Where(task => task.Kind == "medicationReview");
}
