using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Tests.Contract;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

/// <summary>By the endpoints, each answer held against the document.</summary>
public sealed class MedicationTests(SharedScene<TownshipScene> shared)
    : WithScene<EnrolledHousehold>(() => StartAsync(shared.Scene)),
        IClassFixture<SharedScene<TownshipScene>>
{
    private readonly AppUnderTest _app = shared.Scene.App;
    private readonly HttpClient _worker = shared.Scene.Worker;
    private readonly HttpClient _physician = shared.Scene.Physician;
    private readonly Conversation _talk = new(shared.Scene.Physician);

    private string Household => Scene.Id;

    /// <summary>Its head has allergies.</summary>
    private static Task<EnrolledHousehold> StartAsync(TownshipScene township)
    {
        var allergic = Some.Member(conditions: "I10");
        allergic["basicInformation"] = new { drugAllergies = new[] { "2", "5" }, drugAllergyOther = "布洛芬" };
        return EnrolledHousehold.StartAsync(township, Some.Household(members: [allergic, Some.Member("1", "19680405", male: false)]));
    }

    [Fact]
    public async Task List_GrowsByVersions_AndEveryChangeIsAnEntry()
    {
        var (first, empty) = (Id(), await ListAsync());
        Assert.Equal("\"v0\"", empty.ETag);
        Assert.Equal(["2", "5"], empty.Body.GetProperty("allergies").EnumerateArray().Select(code => code.GetString()));

        await PutAsync(200, first, 0, Course("amlodipine"));
        await PutAsync(200, first, 0, Course("amlodipine"));
        // The same dose as another program writes it.
        await PutAsync(200, first, 0, Course("amlodipine", amount: 5.0m));
        await PutAsync(200, first, 1, Course("amlodipine", amount: 10));
        var stopped = await StopAsync(200, first, 2, "脚肿");
        await StopAsync(200, first, 2, "脚肿");

        Assert.Equal("\"v3\"", stopped.ETag);
        Assert.Empty(stopped.Body.GetProperty("running").EnumerateArray());
        Assert.Equal("脚肿", stopped.Body.GetProperty("stopped")[0].GetProperty("stopped").GetProperty("reason").GetString());
        Assert.Equal(
            ["added", "changed", "stopped"],
            (await EntriesAsync()).Select(entry => entry.GetProperty("facts").GetProperty("action").GetString())
        );
        Assert.Equal(MedicationScene.Responsible, stopped.Body.GetProperty("stopped")[0].GetProperty("physicianId").GetString());
    }

    [Fact]
    public async Task Allergy_StopsADrug_UntilSomebodySaysWhyAllTheSame()
    {
        var course = Id();

        var warned = await PutAsync(409, course, 0, Course("amoxicillin"));
        Assert.Equal("allergy", warned.Text("code"));
        Assert.Equal(
            ("2", "penicillins"),
            (
                warned.Body.GetProperty("current").GetProperty("allergies")[0].GetProperty("allergy").GetString(),
                warned.Body.GetProperty("current").GetProperty("allergies")[0].GetProperty("group").GetString()
            )
        );
        Assert.Equal("allergy", (await PutAsync(409, Id(), 0, Course("ibuprofen"))).Text("code"));
        var saved = await PutAsync(200, course, 0, Course("amoxicillin", overrideReason: "皮试阴性"));

        var accepted = saved.Body.GetProperty("running")[0].GetProperty("override");
        Assert.Equal(("皮试阴性", 1), (accepted.GetProperty("reason").GetString(), accepted.GetProperty("allergies").GetArrayLength()));
        Assert.Equal("皮试阴性", Assert.Single(await EntriesAsync()).GetProperty("note").GetString());
        // Another dose is no new drug, and the same sent again no change.
        await PutAsync(200, course, 1, Course("amoxicillin", amount: 10));
        Assert.Equal("\"v2\"", (await PutAsync(200, course, 1, Course("amoxicillin", amount: 10))).ETag);
    }

    [Fact]
    public async Task SameDrug_IsRefused_AndSameGroupAskedAbout()
    {
        await PutAsync(200, Id(), 0, Course("amlodipine"));

        Assert.Equal("drug-twice", (await PutAsync(409, Id(), 1, Course("amlodipine", overrideReason: "没关系"))).Text("code"));
        Assert.Equal("drug-group-twice", (await PutAsync(409, Id(), 1, Course("nifedipine"))).Text("code"));
        await PutAsync(200, Id(), 1, Course("nifedipine", overrideReason: "换药期间"));
    }

    [Fact]
    public async Task TwoEditsAtOnce_OneIsMade_AndTheOtherSeesIt()
    {
        var answers = await Task.WhenAll(EditAsync("amlodipine"), EditAsync("metformin"));

        Assert.Equal([200, 412], answers.Order());
        Assert.Equal(1, (await ListAsync()).Body.GetProperty("running").GetArrayLength());

        async Task<int> EditAsync(string drug)
        {
            var path = $"/api/households/{Household}/members/1/medication/courses/{Id()}";
            using var request = new HttpRequestMessage(HttpMethod.Put, path)
            {
                Content = System.Net.Http.Json.JsonContent.Create(Course(drug)),
            };
            request.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
            using var answer = await _physician.SendAsync(request);
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public async Task HealthWorker_RecordsWhatComesFromElsewhere_AndLeavesPrescriptionsAlone()
    {
        var (prescribed, bought) = (Id(), Id());
        await PutAsync(200, prescribed, 0, Course("amlodipine"));

        await PutAsync(422, bought, 1, Course("metformin"), _worker);
        await PutAsync(200, bought, 1, Course("metformin", elsewhere: "镇上药店"), _worker);
        Assert.Equal("prescribed-by-physician", (await StopAsync(403, prescribed, 2, "不想吃", _worker)).Text("code"));
        await StopAsync(200, bought, 2, "吃完了", _worker);
        using var stranger = await _app.HealthWorkerAsync("441402005");
        using var other = await _app.PhysicianAsync("P441402004-09");
        await PutAsync(404, Id(), 3, Course("aspirin", elsewhere: "药店"), stranger);
        await PutAsync(404, Id(), 3, Course("aspirin"), other);
        await _talk.CallAsync("Medication_Get", 404, path: Path(), by: stranger);
        using var official = await _app.OfficialAsync(Some.City);
        await _talk.CallAsync("Medication_Get", 403, path: Path(), by: official);
    }

    [Fact]
    public async Task WrongFields_AreAllNamed()
    {
        var answer = await PutAsync(
            422,
            Id(),
            0,
            new
            {
                drug = "no-such",
                doseAmount = 0,
                doseUnit = "mg",
                frequency = "often",
                since = "2027-01-01",
                until = "2020-01-01",
                condition = "E11",
            }
        );

        Assert.Equal(
            ["condition", "doseAmount", "drug", "frequency", "since", "until"],
            answer.Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()).Order()
        );
        await _talk.CallAsync("Medication_SaveCourse", 428, Course("amlodipine"), Path(Id()));
    }

    private static string Id() => Guid.NewGuid().ToString();

    private static Dictionary<string, object> Course(
        string drug,
        decimal amount = 5,
        string? overrideReason = null,
        string? elsewhere = null
    )
    {
        var course = new Dictionary<string, object>
        {
            ["drug"] = drug,
            ["doseAmount"] = amount,
            ["doseUnit"] = "mg",
            ["frequency"] = "onceDaily",
        };
        if (overrideReason is not null)
        {
            course["override"] = overrideReason;
        }
        if (elsewhere is not null)
        {
            course["elsewhere"] = elsewhere;
        }
        return course;
    }

    private Dictionary<string, string> Path(string? course = null)
    {
        var path = new Dictionary<string, string> { ["householdId"] = Household, ["member"] = "1" };
        if (course is not null)
        {
            path["courseId"] = course;
        }
        return path;
    }

    private Task<Answer> ListAsync() => _talk.CallAsync("Medication_Get", 200, path: Path());

    private Task<Answer> PutAsync(int status, string course, int version, object body, HttpClient? by = null) =>
        _talk.CallAsync(
            "Medication_SaveCourse",
            status,
            body,
            Path(course),
            headers: new Dictionary<string, string> { ["If-Match"] = $"\"v{version}\"" },
            by: by
        );

    private Task<Answer> StopAsync(int status, string course, int version, string reason, HttpClient? by = null) =>
        _talk.CallAsync(
            "Medication_StopCourse",
            status,
            new { reason },
            Path(course),
            headers: new Dictionary<string, string> { ["If-Match"] = $"\"v{version}\"" },
            by: by
        );

    private async Task<IReadOnlyList<JsonElement>> EntriesAsync()
    {
        Assert.True(HouseholdId.TryParse(Household, out var id));
        var record = (await _app.Get<HouseholdTable>().FindAsync(id, CancellationToken.None))!.Household.Members[0].RecordNumber!;
        var page = await _talk.CallAsync("Records_ListEntries", 200, path: new Dictionary<string, string> { ["recordNumber"] = record });
        return
        [
            .. page
                .Body.GetProperty("items")
                .EnumerateArray()
                .Where(entry => entry.GetProperty("kind").GetString() == "prescription")
                .OrderBy(entry => entry.GetProperty("id").GetString()![^1]),
        ];
    }
}
