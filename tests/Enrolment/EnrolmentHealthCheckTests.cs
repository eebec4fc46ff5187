using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Enrolment;

/// <summary>
/// What may be said of a member's health at the enrolment: conditions, readings, basic information. Today is 23 November 2026.
/// </summary>
public sealed class EnrolmentHealthCheckTests(SharedScene<WorkerScene> shared) : IClassFixture<SharedScene<WorkerScene>>
{
    private readonly EnrolmentByHand _enrolment = new(shared.Scene.Worker);
    private readonly HttpClient _worker = shared.Scene.Worker;

    [Theory]
    [InlineData("conditions", "[{}]", "conditions[0].code required")]
    [InlineData("conditions", "[{\"code\":\"Z99\"}]", "conditions[0].code unknown-value")]
    [InlineData("conditions", "[{\"code\":\"Z34\"}]", "conditions[0].code condition-of-women")]
    [InlineData("conditions", "[{\"code\":\"i10\"}]", "conditions[0].code unknown-value")]
    [InlineData("conditions", "[{\"code\":\"I10\"},{\"code\":\"I10\"}]", "conditions[1].code twice")]
    [InlineData("conditions", "[{\"code\":\"I10\",\"diagnosedOn\":\"2026-11-24\"}]", "conditions[0].diagnosedOn in-the-future")]
    [InlineData("conditions", "[{\"code\":\"I10\",\"diagnosedOn\":\"1966-01-31\"}]", "conditions[0].diagnosedOn before-birth")]
    [InlineData("conditions", "many:21", "conditions too-many")]
    [InlineData("readings", "[{\"value\":120}]", "readings[0].code required")]
    [InlineData("readings", "[{\"code\":\"systolic\"}]", "readings[0].value required")]
    [InlineData("readings", "[{\"code\":\"mood\",\"value\":1}]", "readings[0].code unknown-value")]
    [InlineData("readings", "[{\"code\":\"systolic\",\"value\":120,\"unit\":\"bar\"}]", "readings[0].unit reading-unit")]
    [InlineData(
        "readings",
        "[{\"code\":\"systolic\",\"value\":120,\"takenAt\":\"2026-11-23T02:10:01Z\"}]",
        "readings[0].takenAt in-the-future"
    )]
    [InlineData(
        "readings",
        "[{\"code\":\"systolic\",\"value\":120,\"takenAt\":\"1966-02-02T12:00:00+08:00\"}]",
        "readings[0].takenAt before-birth"
    )]
    [InlineData(
        "readings",
        "[{\"code\":\"systolic\",\"value\":120,\"takenAt\":\"1900-01-01T00:00:00Z\"}]",
        "readings[0].takenAt before-birth"
    )]
    [InlineData("readings", "many:51", "readings too-many")]
    [InlineData("basicInformation", "{\"abo\":\"9\"}", "basicInformation.abo unknown-value")]
    [InlineData("basicInformation", "{\"payment\":[\"1\",\"99\"]}", "basicInformation.payment[1] unknown-value")]
    [InlineData("basicInformation", "{\"pastIllnesses\":[{\"on\":\"2020-05-01\"}]}", "basicInformation.pastIllnesses[0].code required")]
    [InlineData(
        "basicInformation",
        "{\"pastIllnesses\":[{\"code\":\"2\",\"on\":\"2026-11-24\"}]}",
        "basicInformation.pastIllnesses[0].on in-the-future"
    )]
    [InlineData(
        "basicInformation",
        "{\"pastIllnesses\":[{\"code\":\"2\",\"on\":\"1966-01-31\"}]}",
        "basicInformation.pastIllnesses[0].on before-birth"
    )]
    [InlineData("basicInformation", "{\"ethnicGroup\":\"57\"}", "basicInformation.ethnicGroup unknown-value")]
    [InlineData("basicInformation", "{\"drugAllergies\":[\"1\",\"2\"]}", "basicInformation.drugAllergies choice-exclusive")]
    [InlineData(
        "basicInformation",
        "{\"drugAllergies\":[\"1\"],\"drugAllergyOther\":\"头孢\"}",
        "basicInformation.drugAllergyOther choice-exclusive"
    )]
    [InlineData("basicInformation", "{\"exposures\":[\"2\",\"1\"]}", "basicInformation.exposures choice-exclusive")]
    [InlineData("basicInformation", "{\"disabilities\":[\"1\",\"2\"]}", "basicInformation.disabilities choice-exclusive")]
    [InlineData(
        "basicInformation",
        "{\"pastIllnesses\":[{\"code\":\"1\"},{\"code\":\"2\"}]}",
        "basicInformation.pastIllnesses choice-exclusive"
    )]
    [InlineData(
        "basicInformation",
        "{\"familyHistory\":{\"mother\":[\"3\",\"1\"]}}",
        "basicInformation.familyHistory.mother choice-exclusive"
    )]
    [InlineData("basicInformation.pastIllnesses", "many:31", "basicInformation.pastIllnesses too-many")]
    [InlineData(
        "basicInformation",
        "{\"familyHistory\":{\"siblings\":[\"2\",\"x\"]}}",
        "basicInformation.familyHistory.siblings[1] unknown-value"
    )]
    [InlineData("basicInformation.drugAllergyOther", "long:201", "basicInformation.drugAllergyOther too-long")]
    public Task Health_IsRefused(string path, string value, string finding) =>
        _enrolment.RefusedAsync($"members.0.{path}", value, $"members[0].{finding}");

    [Theory]
    [InlineData("systolic", "40", null, true)]
    [InlineData("systolic", "39.999", null, false)]
    [InlineData("systolic", "320", "mmHg", true)]
    [InlineData("systolic", "320.001", "mmHg", false)]
    [InlineData("systolic", "5.3", "kPa", true)]
    [InlineData("systolic", "5.2", "kPa", false)]
    [InlineData("systolic", "42.7", "KPA", true)]
    [InlineData("systolic", "42.8", "kPa", false)]
    [InlineData("fastingGlucose", "0.5", null, true)]
    [InlineData("fastingGlucose", "0.4", null, false)]
    [InlineData("fastingGlucose", "60", "mmol/L", true)]
    [InlineData("fastingGlucose", "60.001", "mmol/L", false)]
    [InlineData("fastingGlucose", "9", "mg/dL", true)]
    [InlineData("fastingGlucose", "8", "mg/dL", false)]
    [InlineData("fastingGlucose", "1081", "mg/dL", true)]
    [InlineData("fastingGlucose", "1082", "mg/dL", false)]
    [InlineData("weight", "600", "斤", true)]
    [InlineData("weight", "601", "斤", false)]
    [InlineData("height", "2.5", "m", true)]
    [InlineData("height", "2.51", "m", false)]
    [InlineData("temperature", "25", "°C", true)]
    [InlineData("temperature", "45.1", "°C", false)]
    [InlineData("systolic", "79228162514264337593543950335", "kPa", false)]
    [InlineData("systolic", "-79228162514264337593543950335", "kPa", false)]
    public async Task Reading_IsPossibleWithinItsBounds_InEachUnit(string code, string value, string? unit, bool isPossible)
    {
        var household = EnrolmentByHand.Household();
        household["members"]![0]!["readings"] = JsonNode.Parse(
            $"[{{\"code\":\"{code}\",\"value\":{value}{(unit is null ? "" : $",\"unit\":\"{unit}\"")}}}]"
        );
        if (!isPossible)
        {
            await _enrolment.RefusedAsync(household, "members[0].readings[0].value reading-impossible");
            return;
        }

        using var response = await _worker.PostAsJsonAsync("/api/households", household);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }
}
