using System.Text.Json;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.FollowUps;

/// <summary>What an urgent visit leaves to do where no plan calls for visits.</summary>
public sealed class UrgentVisitTaskRulesTests
{
    private static readonly HouseholdTask Old = new("followUp", "hypertension", 1, SomeVisit.On);
    private static readonly HouseholdTask OfAnother = new("followUp", "hypertension", 2, SomeVisit.On);
    private static readonly HouseholdTask Question = new("question", "1", 1, SomeVisit.On);
    private static readonly Household Household = SomeHousehold.Of(SomePlan.Member()) with { Tasks = [Old, OfAnother, Question] };

    [Fact]
    public void UrgentVisit_IsFollowedUpByTheResponsiblePhysician_WithinTwoWeeks() =>
        Assert.Equal(
            [
                OfAnother,
                Question,
                new HouseholdTask("followUp", "hypertension", 1, SomeVisit.On.AddDays(14), Urgent: true, For: SomeHousehold.Physician),
            ],
            After("""{"systolic":180}""")
        );

    [Fact]
    public void NextVisit_EndsTheTask() => Assert.Equal([OfAnother, Question], After("""{"systolic":179}"""));

    [Fact]
    public void WherePlanCallsForVisits_ThereIsNoTask() =>
        Assert.Equal([OfAnother, Question], After("""{"systolic":180}""", isPlanned: true));

    [Fact]
    public void VisitSentLate_ChangesNothing() => Assert.Equal(Household.Tasks, After("""{"systolic":180}""", isNewest: false));

    private static IReadOnlyList<HouseholdTask> After(string changes, bool isPlanned = false, bool isNewest = true)
    {
        var result = SomeVisit.Decided("hypertension", changes);
        var visit = new Visit(
            "a",
            1,
            "hypertension",
            ChinaTime.StartOf(SomeVisit.On),
            "2",
            "worker",
            new Dictionary<string, JsonElement>(),
            null,
            result,
            result.NextDueOn,
            "fingerprint"
        );
        return UrgentVisitTask.After(visit, SomeVisit.Forms.Find("hypertension")!, Household, isPlanned, isNewest);
    }
}
