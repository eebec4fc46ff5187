using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Alleviation.Functions.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Enrolment;

/// <summary>Every rule of the enrolment, by the endpoint: which field, which code, in both languages. Today is 23 November 2026.</summary>
public sealed class EnrolmentCheckTests(SharedScene<WorkerScene> shared) : IClassFixture<SharedScene<WorkerScene>>
{
    private readonly HttpClient _worker = shared.Scene.Worker;

    [Theory]
    [InlineData("registrationNumber", null, "registrationNumber required")]
    [InlineData("registrationNumber", "\"  \"", "registrationNumber required")]
    [InlineData("registrationNumber", "\"A1234\"", "registrationNumber registration-form")]
    [InlineData("registrationNumber", "\"-123456\"", "registrationNumber registration-form")]
    [InlineData("registrationNumber", "\"户123456\"", "registrationNumber registration-form")]
    [InlineData("registrationNumber", "\"123456789012345678901234567890123\"", "registrationNumber registration-form")]
    [InlineData("villageCode", null, "villageCode required")]
    [InlineData("villageCode", "\"441402004999\"", "villageCode village-unknown")]
    [InlineData("villageCode", "\"441402004\"", "villageCode village-unknown")]
    [InlineData("villageCode", "\"441403001001\"", "villageCode village-not-yours")]
    [InlineData("address", "\"a\\u0000b\"", "address text-characters")]
    [InlineData("address", "\"\\ufffd路\"", "address text-characters")]
    [InlineData("address", "long:201", "address too-long")]
    [InlineData("phone", "\"123456\"", "phone phone-form")]
    [InlineData("phone", "\"1380000000a\"", "phone phone-form")]
    [InlineData("kind", null, "kind required")]
    [InlineData("kind", "\"poor\"", "kind unknown-value")]
    [InlineData("causes", "[\"illness\",\"luck\"]", "causes[1] unknown-value")]
    [InlineData("causes", "many:31", "causes too-many")]
    [InlineData("members", null, "members required")]
    [InlineData("members", "[]", "members required")]
    [InlineData("members", "many:31", "members too-many")]
    public Task Household_IsRefused(string path, string? value, string finding) => RefusedAsync(path, value, finding);

    [Theory]
    [InlineData("members.0.relationship", "\"1\"", "members one-head")]
    [InlineData("members.1.relationship", "\"0\"", "members one-head")]
    [InlineData("members.2.relationship", "\"9\"", "members[2].relationship unknown-value")]
    [InlineData("members.2.relationship", null, "members[2].relationship required")]
    [InlineData("members.1.number", "0", "members[1].number number-range")]
    [InlineData("members.1.number", "31", "members[1].number number-range")]
    [InlineData("members.1.number", "1", "members[1].number twice")]
    [InlineData("members.3.name", null, "members[3].name required")]
    [InlineData("members.3.name", "\" \"", "members[3].name required")]
    [InlineData("members.3.name", "long:51", "members[3].name too-long")]
    [InlineData("members.3.name", "\"a\\tb\"", "members[3].name text-characters")]
    [InlineData("members.3.phone", "\"+1234567890123456\"", "members[3].phone phone-form")]
    [InlineData("members.3.sex", "\"1\"", "members[3].sex differs-from-id")]
    [InlineData("members.3.sex", "\"7\"", "members[3].sex unknown-value")]
    [InlineData("members.3.bornOn", "\"2001-08-10\"", "members[3].bornOn differs-from-id")]
    [InlineData("members.3.departure", "{}", "members[3].departure.on required", "members[3].departure.reason required")]
    [InlineData("members.3.departure", "{\"on\":\"2026-11-24\",\"reason\":\"died\"}", "members[3].departure.on in-the-future")]
    [InlineData("members.3.departure", "{\"on\":\"2001-07-31\",\"reason\":\"died\"}", "members[3].departure.on before-birth")]
    [InlineData("members.3.departure", "{\"on\":\"2026-11-23\",\"reason\":\"bored\"}", "members[3].departure.reason unknown-value")]
    public Task Member_IsRefused(string path, string? value, params string[] findings) => RefusedAsync(path, value, findings);

    [Theory]
    [InlineData("members.2.idNumber", null, "members[2].idNumber id-or-reason", "members[2].sex required")]
    [InlineData("members.2.idNumber", "\"4414021995060700\"", "members[2].idNumber id-form")]
    [InlineData("members.2.idNumber", "\"44140219950607001Y\"", "members[2].idNumber id-form")]
    [InlineData("members.2.idNumber", "\"４４１４０２199506070019\"", "members[2].idNumber id-form")]
    [InlineData("members.2.idNumber", "id:44140219950230001", "members[2].idNumber id-birth")]
    [InlineData("members.2.idNumber", "id:44140218491231001", "members[2].idNumber id-birth")]
    [InlineData("members.2.idNumber", "id:44140220261124001", "members[2].idNumber id-birth")]
    [InlineData("members.2.idNumber", "wrong:44140219950607001", "members[2].idNumber id-check")]
    public Task CitizenId_IsRefused(string path, string? value, params string[] findings) => RefusedAsync(path, value, findings);

    [Theory]
    [InlineData("{\"idMissingReason\":\"newborn\",\"sex\":\"1\"}", "members[4].bornOn required")]
    [InlineData("{\"idMissingReason\":\"newborn\",\"bornOn\":\"2026-11-01\"}", "members[4].sex required")]
    [InlineData("{\"idMissingReason\":\"forgot\",\"bornOn\":\"2026-11-01\",\"sex\":\"1\"}", "members[4].idMissingReason unknown-value")]
    [InlineData("{\"idMissingReason\":\"newborn\",\"bornOn\":\"2026-11-24\",\"sex\":\"1\"}", "members[4].bornOn in-the-future")]
    public async Task MemberWithoutCitizenId_IsRefused(string member, string finding)
    {
        var household = Household();
        household["members"]!.AsArray().Add(With(JsonNode.Parse(member)!, ("name", "示例"), ("relationship", "2")));
        await RefusedAsync(household, finding);
    }

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
        RefusedAsync($"members.0.{path}", value, $"members[0].{finding}");

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
        var household = Household();
        household["members"]![0]!["readings"] = JsonNode.Parse(
            $"[{{\"code\":\"{code}\",\"value\":{value}{(unit is null ? "" : $",\"unit\":\"{unit}\"")}}}]"
        );
        if (!isPossible)
        {
            await RefusedAsync(household, "members[0].readings[0].value reading-impossible");
            return;
        }

        using var response = await _worker.PostAsJsonAsync("/api/households", household);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Theory]
    [InlineData("members.0.readings", "[{\"code\":\"systolic\",\"value\":\"120\"}]", "members[0].readings[0].value")]
    [InlineData("members.0.readings", "[{\"code\":\"systolic\",\"value\":1e400}]", "members[0].readings[0].value")]
    [InlineData("members.1.bornOn", "\"2026-02-30\"", "members[1].bornOn")]
    [InlineData("members.1.number", "1.5", "members[1].number")]
    [InlineData("members", "{}", "members")]
    [InlineData("causes", "[null]", null)]
    [InlineData("address", "\"\\ud800\"", null)]
    public async Task OtherShape_IsMalformed_AtItsField(string path, string value, string? field)
    {
        using var response = await PostAsync(Household(), path, value, "en");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal("malformed", (string?)problem["code"]);
        if (field is not null)
        {
            Assert.Equal(field, (string?)problem["errors"]![0]!["field"]);
        }
    }

    [Fact]
    public async Task SameCitizenIdTwice_IsRefused()
    {
        var household = Household();
        household["members"]![2]!["idNumber"] = household["members"]![0]!["idNumber"]!.DeepClone();
        household["members"]![2]!["bornOn"] = null;
        await RefusedAsync(household, "members[2].idNumber twice");
    }

    [Fact]
    public async Task AllFindings_AreToldAtOnce()
    {
        var household = Household();
        (household["kind"], household["members"]![1]!["name"], household["members"]![2]!["relationship"]) = ("poor", "", "0");
        await RefusedAsync(household, "kind unknown-value", "members[1].name required", "members one-head");
    }

    [Fact]
    public async Task Messages_AreInTheLanguageAskedFor()
    {
        using var chinese = await PostAsync(Household(), "phone", "\"1\"", "zh-CN,en;q=0.5");
        using var english = await PostAsync(Household(), "phone", "\"1\"", "fr, en;q=0.8, zh;q=0.2");

        Assert.Equal("电话号码格式不正确。", (string?)(await chinese.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["message"]);
        Assert.Equal(["zh-CN"], chinese.Content.Headers.ContentLanguage);
        Assert.Equal(
            "This is not a phone number.",
            (string?)(await english.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["message"]
        );
        Assert.Equal(["en"], english.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task WhatPeopleWriteDifferently_IsStoredTheSame()
    {
        var household = Household();
        var id = Enumerable.Range(1, 999).Select(sequence => Valid($"44142119660203{sequence:D3}")).First(number => number[^1] is 'X');
        var number = (string)household["registrationNumber"]!;
        household["registrationNumber"] = $" {number.ToLowerInvariant().Insert(4, " ")} ";
        household["address"] = " 示范路1号 ";
        household["phone"] = "0753-200 0000";
        household["members"]![0]!["idNumber"] = $" {id.ToLowerInvariant()} ";
        household["members"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    "{\"name\":\"示例\",\"relationship\":\"2\",\"idMissingReason\":\"newborn\",\"bornOn\":\"2026-11-23\",\"sex\":\"2\"}"
                )
            );

        using var response = await _worker.PostAsJsonAsync("/api/households", household);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var form = (await _worker.GetFromJsonAsync<JsonNode>($"{response.Headers.Location}/enrolment"))!;

        Assert.Equal(
            (number, "示范路1号", "07532000000"),
            ((string?)form["registrationNumber"], (string?)form["address"], (string?)form["phone"])
        );
        Assert.Equal(id, (string?)form["members"]![0]!["idNumber"]);
        Assert.Equal(
            ("newborn", "2026-11-23", "2"),
            (
                (string?)form["members"]![4]!["idMissingReason"],
                (string?)form["members"]![4]!["bornOn"],
                (string?)form["members"]![4]!["sex"]
            )
        );
        Assert.Null(form["members"]![4]!["idNumber"]);
    }

    private async Task RefusedAsync(string path, string? value, params string[] findings)
    {
        foreach (var (language, isChinese) in new[] { ("en", false), ("zh-CN", true) })
        {
            using var response = await PostAsync(Household(), path, value, language);
            await RefusedAsync(response, isChinese, findings);
        }
    }

    private async Task RefusedAsync(JsonNode household, params string[] findings)
    {
        using var response = await _worker.PostAsJsonAsync("/api/households", household);
        await RefusedAsync(response, isChinese: true, findings);
    }

    private static async Task RefusedAsync(HttpResponseMessage response, bool isChinese, string[] findings)
    {
        var problem = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var errors = problem["errors"]!.AsArray();
        Assert.Equal(findings, errors.Select(error => $"{error!["field"]} {error["code"]}"));
        Assert.All(
            errors,
            error => Assert.Equal(isChinese, ((string)error!["message"]!).Any(character => character is >= '\u4e00' and <= '\u9fff'))
        );
    }

    private static JsonNode With(JsonNode node, params (string Name, string Value)[] properties)
    {
        foreach (var (name, value) in properties)
        {
            node[name] = value;
        }
        return node;
    }

    private static string Valid(string digits) => digits + CitizenId.CheckCharacterOf(digits);

    /// <summary>One service for all of them.</summary>
    private static JsonNode Household() => System.Text.Json.JsonSerializer.SerializeToNode(Some.Household())!;

    /// <param name="value">JSON; or long:n, a text of n characters; many:n, a list of n; id:…, wrong:…, 17 digits with the right or a
    /// wrong check character; null to leave it out.</param>
    private async Task<HttpResponseMessage> PostAsync(JsonNode household, string path, string? value, string language)
    {
        var steps = path.Split('.');
        var parent = steps[..^1]
            .Aggregate(
                household,
                (node, step) =>
                    int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? node[index]! : node[step] ??= new JsonObject()
            );
        const string Place = "here it is";
        if (value is null)
        {
            parent.AsObject().Remove(steps[^1]);
        }
        else
        {
            parent[steps[^1]] = Place;
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/households")
        {
            Content = new StringContent(
                household.ToJsonString().Replace($"\"{Place}\"", Json(value, steps[^1]), StringComparison.Ordinal),
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(language.Split(',')[0]));
        foreach (var other in language.Split(',').Skip(1))
        {
            request.Headers.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(other.Trim()));
        }
        return await _worker.SendAsync(request);
    }

    private static string Json(string? value, string field) =>
        value?.Split(':') switch
        {
            ["long", var count] => $"\"{new string('长', int.Parse(count, CultureInfo.InvariantCulture))}\"",
            ["many", var count] => "["
                + string.Join(
                    ',',
                    Enumerable.Repeat(field is "causes" ? "\"illness\"" : "{}", int.Parse(count, CultureInfo.InvariantCulture))
                )
                + "]",
            ["id", var digits] => $"\"{Valid(digits)}\"",
            ["wrong", var digits] => $"\"{digits}{(CitizenId.CheckCharacterOf(digits) is '0' ? '1' : '0')}\"",
            _ => value ?? "",
        };
}
