using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.Print;

/// <summary>A household of whose members every form can be filled: each was visited once, the head four times.</summary>
internal sealed record PrintedHousehold(Place Place, string Id, IReadOnlyList<string> Names, string RecordNumber)
{
    public const int Head = 1;
    public const int Patient = 2;
    public const int Mother = 3;
    public const int Newborn = 4;
    public const int Consumptive = 5;

    public static async Task<PrintedHousehold> StartAsync(Scene scene)
    {
        var place = await scene.HasPlaceAsync();
        await place.HasPhysicianAsync();
        await place.HasSpecialistAsync("cardiology");
        using var worker = await place.WorkerByApiAsync();
        var location = await worker.EnrolsAsync(place.Household(PrintedMembers.All()));
        var listed = await worker.ListedAsync(location);
        var household = new PrintedHousehold(
            place,
            listed.GetProperty("id").GetString()!,
            [.. listed.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("name").GetString()!)],
            listed.RecordNumbers()[0]!
        );
        await household.IsCaredForAsync(worker);
        return household;
    }

    public string PathOf(int member, string page = "") => $"/households/{Id}/members/{member}{page}";

    /// <summary>Who has a page of the head, and where.</summary>
    public async Task<IReadOnlyList<(Person Person, string Path, string Name)>> DesksAsync() =>
        [
            (await Place.AddWorkerAsync(), PathOf(Head), "worker"),
            (await Place.AddPhysicianAsync(), $"/panel/{Id}/members/{Head}", "physician"),
        ];

    private async Task IsCaredForAsync(HttpClient worker)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var physician = await Place.App.PhysicianAsync(Place.Physician);
        await GivesAsync(
            physician,
            Head,
            $"medication/courses/{SomeVisit.Id()}",
            new
            {
                drug = "amlodipine",
                doseAmount = 5,
                doseUnit = "mg",
                frequency = "onceDaily",
                since = now.AddDays(-200).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                elsewhere = "镇卫生院",
            }
        );
        string[] changes =
        [
            """{"systolic":162,"diastolic":98,"symptoms":["2","6"],"smoking":10,"alcohol":1,"weight":70,"heartRate":82}""",
            """{"systolic":151,"diastolic":92,"symptoms":["2"],"smoking":5,"salt":"3","weight":69}""",
            """{"systolic":138,"diastolic":86,"symptoms":["none"],"exerciseTimes":5,"exerciseMinutes":30,"salt":"2","weight":68.5}""",
        ];
        for (var index = 0; index < changes.Length; index++)
        {
            await VisitsAsync(worker, Head, "hypertension", now.AddHours(-4 + index), changes[index]);
        }
        await VisitsAsync(
            worker,
            Head,
            "type2Diabetes",
            now,
            """{"fastingGlucose":7.8,"symptoms":["2"],"footPulse":"1","stapleFood":300}"""
        );
        await VisitsAsync(
            worker,
            Head,
            "elderlyHealthCheck",
            now,
            """{"height":165,"waist":86,"hearing":"1","moving":"1","ecg":"2","abnormal":"心电图ST段改变"}"""
        );
        await VisitsAsync(worker, Patient, "severeMentalDisorder", now, """{"symptoms":["3","11"],"symptomSeverity":"2","sleep":"2"}""");
        await VisitsAsync(worker, Mother, "antenatalVisit", now.AddHours(-1), """{"haemoglobin":115,"fetalHeartRate":142,"girth":92}""");
        await VisitsAsync(worker, Mother, "postnatalVisit", now, """{"complaints":"精神好"}""");
        await VisitsAsync(worker, Newborn, "newbornVisit", now, """{"birthWeight":3.2,"respiration":42,"fontanelle":"1"}""");
        await VisitsAsync(worker, Consumptive, "tuberculosis", now, """{"symptoms":["1"],"missedDoses":1,"supervisor":"2"}""");
        await GivesAsync(
            worker,
            Head,
            $"test-reports/{SomeVisit.Id()}",
            new
            {
                takenAt = now.AddHours(-5),
                source = "report",
                values = new[] { new { code = "creatinine", value = 78.5 }, new { code = "ldl", value = 2.9 } },
            }
        );
    }

    public async Task VisitsAsync(HttpClient worker, int member, string form, DateTimeOffset at, string changes) =>
        await GivesAsync(worker, member, $"visits/{SomeVisit.Id()}", SomeVisit.Body(form, at, changes));

    /// <summary>Puts something about a member, which is accepted.</summary>
    public async Task<JsonElement> GivesAsync(HttpClient client, int member, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/households/{Id}/members/{member}/{path}")
        {
            Content = JsonContent.Create(body),
        };
        if (path.StartsWith("medication/", StringComparison.Ordinal))
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse("\"v0\""));
        }
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK, $"{path} {answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
