using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

/// <summary>What a drug is given as, and how much of it is handed out.</summary>
public sealed class SupplyTests(SharedScene<TownshipScene> shared) : IClassFixture<SharedScene<TownshipScene>>
{
    [Fact]
    public async Task Supply_StaysWithTheDrug_AndStandsInTheRecord()
    {
        var scene = await shared.Scene.HasPatientAsync();
        var course = MedicationScene.NewId();

        var saved = await scene.PutsAsync(
            200,
            course,
            Amlodipine(("route", "oral"), ("strength", " 5 mg "), ("quantity", 2), ("quantityUnit", "box"))
        );

        var supply = Assert.Single(saved.Body.GetProperty("running").EnumerateArray()).GetProperty("supply");
        Assert.Equal("""{"route":"oral","strength":"5 mg","quantity":2,"quantityUnit":"box"}""", JsonSerializer.Serialize(supply));
        var entries = await scene.PrescriptionsAsync();
        Assert.Equal(
            "5 mg",
            Assert.Single(entries).GetProperty("facts").GetProperty("course").GetProperty("supply").GetProperty("strength").GetString()
        );
    }

    [Fact]
    public async Task AnotherSupply_IsAChange_TheSameSupplyIsNot()
    {
        var scene = await shared.Scene.HasPatientAsync();
        var course = MedicationScene.NewId();
        await scene.PutsAsync(200, course, Amlodipine(("quantity", 2), ("quantityUnit", "box")));

        var same = await scene.PutsAsync(200, course, Amlodipine(("quantity", 2.0), ("quantityUnit", "box")));
        Assert.Equal("\"v1\"", same.ETag);

        var changed = await scene.PutsAsync(200, course, Amlodipine(("quantity", 3), ("quantityUnit", "box")));
        Assert.Equal("\"v2\"", changed.ETag);
    }

    [Theory]
    [InlineData("quantityUnit", "quantity", 2)]
    [InlineData("quantity", "quantityUnit", "box")]
    [InlineData("quantity", "quantity", 0)]
    [InlineData("quantity", "quantity", 10_001)]
    [InlineData("quantityUnit", "quantityUnit", "cart")]
    [InlineData("route", "route", "wireless")]
    [InlineData("form", "form", "brick")]
    [InlineData("strength", "strength", "0123456789012345678901234567890123456789012345678901")]
    public async Task WhatCannotBe_IsRefused_AtItsField(string refused, string field, object value)
    {
        var scene = await shared.Scene.HasPatientAsync();
        var answer = await scene.PutsAsync(422, MedicationScene.NewId(), Amlodipine((field, value)));

        Assert.Contains(answer.Body.GetProperty("errors").EnumerateArray(), error => error.GetProperty("field").GetString() == refused);
    }

    private static Dictionary<string, object> Amlodipine(params (string Field, object Value)[] supply)
    {
        var course = MedicationScene.Course("amlodipine");
        foreach (var (field, value) in supply)
        {
            course[field] = value;
        }
        return course;
    }
}
