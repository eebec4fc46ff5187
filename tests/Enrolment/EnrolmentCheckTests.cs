using System.Text.Json.Nodes;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Enrolment;

/// <summary>Every rule of the enrolment, by the endpoint: which field, which code, in both languages. Today is 23 November 2026.</summary>
[Collection(EnrolmentCheckCollection.Name)]
public sealed class EnrolmentCheckTests(SharedScene<WorkerScene> shared)
{
    private readonly EnrolmentByHand _enrolment = new(shared.Scene.Worker);

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
    public Task Household_IsRefused(string path, string? value, string finding) => _enrolment.RefusedAsync(path, value, finding);

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
    public Task Member_IsRefused(string path, string? value, params string[] findings) => _enrolment.RefusedAsync(path, value, findings);

    [Theory]
    [InlineData("members.2.idNumber", null, "members[2].idNumber id-or-reason", "members[2].sex required")]
    [InlineData("members.2.idNumber", "\"4414021995060700\"", "members[2].idNumber id-form")]
    [InlineData("members.2.idNumber", "\"44140219950607001Y\"", "members[2].idNumber id-form")]
    [InlineData("members.2.idNumber", "\"４４１４０２199506070019\"", "members[2].idNumber id-form")]
    [InlineData("members.2.idNumber", "id:44140219950230001", "members[2].idNumber id-birth")]
    [InlineData("members.2.idNumber", "id:44140218491231001", "members[2].idNumber id-birth")]
    [InlineData("members.2.idNumber", "id:44140220261124001", "members[2].idNumber id-birth")]
    [InlineData("members.2.idNumber", "wrong:44140219950607001", "members[2].idNumber id-check")]
    public Task CitizenId_IsRefused(string path, string? value, params string[] findings) => _enrolment.RefusedAsync(path, value, findings);

    [Theory]
    [InlineData("{\"idMissingReason\":\"newborn\",\"sex\":\"1\"}", "members[4].bornOn required")]
    [InlineData("{\"idMissingReason\":\"newborn\",\"bornOn\":\"2026-11-01\"}", "members[4].sex required")]
    [InlineData("{\"idMissingReason\":\"forgot\",\"bornOn\":\"2026-11-01\",\"sex\":\"1\"}", "members[4].idMissingReason unknown-value")]
    [InlineData("{\"idMissingReason\":\"newborn\",\"bornOn\":\"2026-11-24\",\"sex\":\"1\"}", "members[4].bornOn in-the-future")]
    public async Task MemberWithoutCitizenId_IsRefused(string member, string finding)
    {
        var household = EnrolmentByHand.Household();
        household["members"]!.AsArray().Add(With(JsonNode.Parse(member)!, ("name", "示例"), ("relationship", "2")));
        await _enrolment.RefusedAsync(household, finding);
    }

    [Fact]
    public async Task SameCitizenIdTwice_IsRefused()
    {
        var household = EnrolmentByHand.Household();
        household["members"]![2]!["idNumber"] = household["members"]![0]!["idNumber"]!.DeepClone();
        household["members"]![2]!["bornOn"] = null;
        await _enrolment.RefusedAsync(household, "members[2].idNumber twice");
    }

    [Fact]
    public async Task AllErrors_AreReportedAtOnce()
    {
        var household = EnrolmentByHand.Household();
        (household["kind"], household["members"]![1]!["name"], household["members"]![2]!["relationship"]) = ("poor", "", "0");
        await _enrolment.RefusedAsync(household, "kind unknown-value", "members[1].name required", "members one-head");
    }

    private static JsonNode With(JsonNode node, params (string Name, string Value)[] properties)
    {
        foreach (var (name, value) in properties)
        {
            node[name] = value;
        }
        return node;
    }
}
