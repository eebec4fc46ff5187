using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Enrolment;

/// <summary>How an enrolment may be written, and in which language its errors are answered.</summary>
[Collection(EnrolmentCheckCollection.Name)]
public sealed class EnrolmentFormTests(SharedScene<WorkerScene> shared)
{
    private readonly EnrolmentByHand _enrolment = new(shared.Scene.Worker);
    private readonly HttpClient _worker = shared.Scene.Worker;

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
        using var response = await _enrolment.PostAsync(EnrolmentByHand.Household(), path, value, "en");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal("malformed", (string?)problem["code"]);
        if (field is not null)
        {
            Assert.Equal(field, (string?)problem["errors"]![0]!["field"]);
        }
    }

    [Fact]
    public async Task Messages_AreInTheLanguageAskedFor()
    {
        using var chinese = await _enrolment.PostAsync(EnrolmentByHand.Household(), "phone", "\"1\"", "zh-CN,en;q=0.5");
        using var english = await _enrolment.PostAsync(EnrolmentByHand.Household(), "phone", "\"1\"", "fr, en;q=0.8, zh;q=0.2");
        Assert.Equal("电话号码格式不对。", (string?)(await chinese.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["message"]);
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
        var household = EnrolmentByHand.Household();
        var id = Enumerable
            .Range(1, 999)
            .Select(sequence => EnrolmentByHand.Valid($"44142119660203{sequence:D3}"))
            .First(number => number[^1] is 'X');
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
}
