using System.Text.Json.Nodes;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Support;
using static Alleviation.Tests.Medication.MedicationScene;

namespace Alleviation.Tests.Medication;

/// <summary>Conditions, pregnancies, ages and readings that are new are held against what runs.</summary>
[Collection(MedicationReviewCollection.Name)]
public sealed class PersonReviewTests(SharedScene<TownshipScene> shared)
{
    [Fact]
    public async Task ConditionRecordedWhileTheDrugRuns_IsAskedAbout()
    {
        var scene = await shared.Scene.HasPatientAsync();
        await scene.PutsAsync(200, NewId(), Course("ibuprofen"));
        await scene.CorrectsAsync(member => member["conditions"]!.AsArray().Add(new JsonObject { ["code"] = "N18" }));
        Assert.Equal((Responsible, false), ((await scene.IsAskedAsync()).For, (await scene.IsAskedAsync()).Urgent));
        Assert.Equal(
            "painkillerInKidneyDisease",
            Assert.Single(await scene.ReviewsAsync()).GetProperty("cautions")[0].GetProperty("caution").GetString()
        );
        // Recorded in error: what was asked about is no more.
        await scene.CorrectsAsync(member => member["conditions"]!.AsArray().RemoveAt(1));
        await scene.IsNotAskedAsync();
    }

    [Fact]
    public async Task PregnancyRecordedWhileTheDrugRuns_IsAskedAbout()
    {
        var scene = await shared.Scene.HasPatientAsync(Some.Member("0", "19960203", male: false, "I10"));
        await scene.PutsAsync(200, NewId(), Course("captopril"));
        await scene.CorrectsAsync(member =>
            member["conditions"]!.AsArray().Add(new JsonObject { ["code"] = "Z34", ["diagnosedOn"] = "2026-11-20" })
        );
        await scene.IsAskedAsync();
        Assert.Equal(
            "raasInPregnancy",
            Assert.Single(await scene.ReviewsAsync()).GetProperty("cautions")[0].GetProperty("caution").GetString()
        );
    }

    [Fact]
    public async Task BirthDateCorrected_IsHeldAgainstTheDrug()
    {
        var member = Some.Member(conditions: "I10");
        member.Remove("idNumber");
        (member["idMissingReason"], member["sex"], member["bornOn"]) = ("papersLost", "1", "1966-02-03");
        var scene = await shared.Scene.HasPatientAsync(member);
        await scene.PutsAsync(200, NewId(), Course("aspirin"));
        await scene.CorrectsAsync(form => form["bornOn"] = "2016-02-03");
        await scene.IsAskedAsync();
        Assert.Equal(
            "aspirinUnder16",
            Assert.Single(await scene.ReviewsAsync()).GetProperty("cautions")[0].GetProperty("caution").GetString()
        );
    }

    [Fact]
    public async Task ReadingOfAQuestion_IsHeldAgainstTheDrug()
    {
        var scene = await shared.Scene.HasPatientAsync();
        await scene.PutsAsync(200, NewId(), Course("amlodipine"));
        var question = new
        {
            kind = "medication",
            text = "头晕",
            readings = new[] { new { code = "systolic", value = 85 } },
        };
        await scene.Talk.CallAsync("Consultations_Start", 201, question, scene.Path(("consultationId", NewId())), by: scene.Worker);
        Assert.Equal(
            "loweringLowPressure",
            Assert.Single(await scene.ReviewsAsync()).GetProperty("cautions")[0].GetProperty("caution").GetString()
        );
        await scene.IsAskedAsync();
    }

    [Fact]
    public async Task ReadingOfAVisit_IsHeldAgainstTheDrug()
    {
        var scene = await shared.Scene.HasPatientAsync();
        await scene.PutsAsync(200, NewId(), Course("amlodipine"));
        var visit = SomeVisit.Body("hypertension", scene.App.Clock.GetUtcNow(), """{"systolic":88,"diastolic":60}""");
        await scene.Talk.CallAsync("Visits_Save", 201, visit, scene.Path(("visitId", SomeVisit.Id())), by: scene.Worker);
        Assert.Equal(["loweringLowPressure"], await scene.CautionsAsync());
    }

    [Fact]
    public async Task TestResult_IsHeldAgainstTheDrug()
    {
        var scene = await shared.Scene.HasPatientAsync(Some.Member(conditions: "E11"));
        await scene.PutsAsync(200, NewId(), Course("gliclazide"));
        var result = new
        {
            source = "report",
            laboratory = "示范医院",
            takenAt = scene.App.Clock.GetUtcNow().AddHours(-2),
            values = new[] { new { code = "fastingGlucose", value = 3.4 } },
        };
        await scene.Talk.CallAsync("TestReports_Save", 201, result, scene.Path(("reportId", SomeVisit.Id())), by: scene.Worker);
        Assert.Equal(["loweringLowGlucose"], await scene.CautionsAsync());
    }
}
