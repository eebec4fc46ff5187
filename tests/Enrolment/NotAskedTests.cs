using System.Text.Json.Nodes;
using Alleviation.Tests.Medication;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Enrolment;

/// <summary>Nobody asked is not none: what is left out stays left out, on every page that shows it.</summary>
public sealed class NotAskedTests(SharedScene<TownshipScene> shared) : IClassFixture<SharedScene<TownshipScene>>
{
    private static readonly string[] Asked =
    [
        "drugAllergies",
        "exposures",
        "pastIllnesses",
        "familyHistory",
        "disabilities",
        "payment",
        "ethnicGroup",
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"drugAllergies":[],"exposures":[],"pastIllnesses":[],"familyHistory":{"father":[]},"disabilities":[],"payment":[]}""")]
    public async Task WhatNobodyAsked_StaysSo(string? basicInformation)
    {
        var member = Some.Member(conditions: "I10");
        if (basicInformation is not null)
        {
            member["basicInformation"] = JsonNode.Parse(basicInformation);
        }
        var scene = await shared.Scene.HasPatientAsync(member);

        var record = await scene.RecordAsync();
        Assert.All(Asked, field => Assert.False(record.TryGetProperty(field, out _), field));
        Assert.False((await scene.ListAsync()).Body.TryGetProperty("allergies", out _));
        await scene.CorrectsAsync(form =>
        {
            Assert.All(Asked, field => Assert.Null(form["basicInformation"]![field]));
            form["phone"] = "13800000001";
        });
        Assert.False((await scene.ListAsync()).Body.TryGetProperty("allergies", out _));
    }

    [Fact]
    public async Task WhoWasAskedAndHasNone_HasNone()
    {
        var member = Some.Member(conditions: "I10");
        member["basicInformation"] = new
        {
            drugAllergies = new[] { "1" },
            exposures = new[] { "1" },
            pastIllnesses = new[] { new { code = "1" } },
            familyHistory = new { mother = new[] { "1" } },
            ethnicGroup = "22",
        };
        var scene = await shared.Scene.HasPatientAsync(member);

        var record = await scene.RecordAsync();
        Assert.Equal(
            ["1", "1"],
            new[] { "drugAllergies", "exposures" }.Select(field => Assert.Single(record.GetProperty(field).EnumerateArray()).GetString())
        );
        Assert.Equal("22", record.GetProperty("ethnicGroup").GetString());
        Assert.Equal("1", Assert.Single(record.GetProperty("familyHistory").GetProperty("mother").EnumerateArray()).GetString());
        Assert.False(record.GetProperty("familyHistory").TryGetProperty("father", out _));
        Assert.Equal("1", Assert.Single((await scene.ListAsync()).Body.GetProperty("allergies").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task WordsForAnAllergy_SayThatThereIsOne()
    {
        var member = Some.Member(conditions: "I10");
        member["basicInformation"] = new { drugAllergyOther = "头孢" };
        var scene = await shared.Scene.HasPatientAsync(member);

        Assert.Equal("5", Assert.Single((await scene.ListAsync()).Body.GetProperty("allergies").EnumerateArray()).GetString());
    }
}
