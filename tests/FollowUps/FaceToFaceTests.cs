using System.Globalization;
using System.Text.Json;
using Alleviation.Functions.Coverage;
using Alleviation.Tests.Medication;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.FollowUps;

/// <summary>What is due face to face, a call by telephone does not settle.</summary>
public sealed class FaceToFaceTests
{
    private const string Telephone = "3";

    [Fact]
    public async Task Call_IsKept_AndTheVisitStaysDue()
    {
        await using var scene = await MedicationScene.StartAsync(Some.Member(conditions: "I10"));
        var due = await DueAsync(scene);

        var answer = await VisitAsync(scene, Telephone);

        Assert.Equal(due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), answer.GetProperty("nextDueOn").GetString());
        Assert.Equal(due, await DueAsync(scene));
        Assert.Equal((0, 0), await SettledAsync(scene));
        await VisitAsync(scene, "2");
        Assert.Equal((1, 1), await SettledAsync(scene));
        Assert.Equal(due.AddDays(76), await DueAsync(scene));
    }

    [Fact]
    public async Task CallThatFindsSomething_BringsTheVisitForward()
    {
        await using var scene = await MedicationScene.StartAsync(Some.Member(conditions: "I10"));
        await VisitAsync(scene, "2");
        var due = await DueAsync(scene);

        await VisitAsync(scene, Telephone, """{"systolic":165,"diastolic":95}""");

        Assert.Equal(due.AddDays(14 - 90), await DueAsync(scene));
        Assert.Equal((1, 1), await SettledAsync(scene));
    }

    [Fact]
    public async Task VisitSentAfterALaterCall_StillSettlesWhatWasDue()
    {
        await using var scene = await MedicationScene.StartAsync(Some.Member(conditions: "I10"));
        await VisitAsync(scene, Telephone);

        await VisitAsync(scene, "1", hoursAgo: 5);

        Assert.Equal((1, 1), await SettledAsync(scene));
    }

    [Fact]
    public async Task FormThatMayBeByTelephone_IsSettledByACall()
    {
        await using var scene = await MedicationScene.StartAsync(Some.Member(conditions: "J44"));

        await VisitAsync(scene, Telephone, form: "general");

        Assert.Equal((1, 1), await SettledAsync(scene));
    }

    private static async Task<DateOnly> DueAsync(MedicationScene scene) =>
        Assert.Single((await scene.HouseholdAsync()).Members[0].Plan!.FollowUps).DueOn;

    private static async Task<(int Due, int OnTime)> SettledAsync(MedicationScene scene)
    {
        var counts = CoverageCounts.Of(await scene.HouseholdAsync(), new DateOnly(2026, 11, 23));
        return (counts.FollowUpsDue, counts.FollowUpsOnTime);
    }

    private static async Task<JsonElement> VisitAsync(
        MedicationScene scene,
        string contactMode,
        string changes = "{}",
        string form = "hypertension",
        int hoursAgo = 0
    )
    {
        var body = SomeVisit.Body(form, scene.App.Clock.GetUtcNow().AddHours(-hoursAgo), changes);
        body["contactMode"] = contactMode;
        return (await scene.Talk.CallAsync("Visits_Save", 201, body, scene.Path(("visitId", SomeVisit.Id())), by: scene.Worker)).Body;
    }
}
