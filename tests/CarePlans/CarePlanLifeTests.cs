using Alleviation.Functions.CarePlans.Plans;
using static Alleviation.Functions.CarePlans.Plans.CarePlanStatus;
using static Alleviation.Functions.CarePlans.Plans.PlanParty;

namespace Alleviation.Tests.CarePlans;

/// <summary>Every cell of the table: each status, step and party, allowed or not.</summary>
public sealed class CarePlanLifeTests
{
    /// <summary>What is allowed, and where it leads. All other cells are not.</summary>
    private static readonly Dictionary<(CarePlanStatus From, PlanStep Step, PlanParty Party), CarePlanStatus> Allowed = new()
    {
        [(Draft, PlanStep.Edit, Responsible)] = Draft,
        [(UnderReview, PlanStep.Edit, Responsible)] = UnderReview,
        [(UnderRevision, PlanStep.Edit, Responsible)] = UnderRevision,
        [(Draft, PlanStep.Submit, Responsible)] = UnderReview,
        [(UnderRevision, PlanStep.Submit, Responsible)] = UnderRevision,
        [(UnderReview, PlanStep.Opine, TeamMember)] = UnderReview,
        [(UnderRevision, PlanStep.Opine, TeamMember)] = UnderRevision,
        [(UnderReview, PlanStep.Decide, Responsible)] = Active,
        [(UnderRevision, PlanStep.Decide, Responsible)] = Active,
        [(Active, PlanStep.Revise, Responsible)] = UnderRevision,
        [(UnderRevision, PlanStep.Withdraw, Responsible)] = Active,
        [(Active, PlanStep.Keep, Responsible)] = Active,
        [(Active, PlanStep.Complete, Responsible)] = Completed,
        [(Draft, PlanStep.Cancel, Responsible)] = Cancelled,
        [(UnderReview, PlanStep.Cancel, Responsible)] = Cancelled,
        [(Active, PlanStep.Cancel, Responsible)] = Cancelled,
        [(UnderRevision, PlanStep.Cancel, Responsible)] = Cancelled,
        [(Active, PlanStep.Report, Responsible)] = Active,
        [(Active, PlanStep.Report, TeamMember)] = Active,
        [(Active, PlanStep.Report, HealthWorker)] = Active,
        [(UnderRevision, PlanStep.Report, Responsible)] = UnderRevision,
        [(UnderRevision, PlanStep.Report, TeamMember)] = UnderRevision,
        [(UnderRevision, PlanStep.Report, HealthWorker)] = UnderRevision,
        [(Draft, PlanStep.Redraft, PlanParty.Pathways)] = Draft,
        [(UnderReview, PlanStep.Redraft, PlanParty.Pathways)] = UnderReview,
        [(Active, PlanStep.Redraft, PlanParty.Pathways)] = UnderRevision,
        [(UnderRevision, PlanStep.Redraft, PlanParty.Pathways)] = UnderRevision,
        [(Completed, PlanStep.Redraft, PlanParty.Pathways)] = Draft,
        [(Cancelled, PlanStep.Redraft, PlanParty.Pathways)] = Draft,
        [(Draft, PlanStep.Lapse, PlanParty.Pathways)] = Cancelled,
        [(UnderReview, PlanStep.Lapse, PlanParty.Pathways)] = Cancelled,
        [(Active, PlanStep.Lapse, PlanParty.Pathways)] = Cancelled,
        [(UnderRevision, PlanStep.Lapse, PlanParty.Pathways)] = Cancelled,
        [(Completed, PlanStep.Restart, Responsible)] = Draft,
        [(Cancelled, PlanStep.Restart, Responsible)] = Draft,
    };

    public static IEnumerable<object[]> Cells =>
        from status in Enum.GetValues<CarePlanStatus>()
        from step in Enum.GetValues<PlanStep>()
        from party in Enum.GetValues<PlanParty>()
        select new object[] { status, step, party };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Cell_LeadsWhereItShould(CarePlanStatus status, PlanStep step, PlanParty party) =>
        Assert.Equal(Allowed.TryGetValue((status, step, party), out var to) ? to : null, CarePlanLife.Next(status, step, party));

    [Theory]
    [InlineData(1, Draft, Responsible, Active)]
    [InlineData(1, Draft, TeamMember, null)]
    [InlineData(1, Completed, Responsible, null)]
    [InlineData(2, Draft, Responsible, null)]
    [InlineData(2, UnderReview, Responsible, Active)]
    public void DraftOfOnePathway_IsDecidedOnAtOnce(int pathways, CarePlanStatus status, PlanParty party, CarePlanStatus? to)
    {
        var plan = SomePlan.InForce("I10").Plan with { Status = status, Pathways = [.. Enumerable.Repeat("hypertension", pathways)] };

        Assert.Equal(to, CarePlanLife.Next(plan, PlanStep.Decide, party));
    }

    [Fact]
    public void Others_DoNothing() => Assert.DoesNotContain(Enum.GetValues<PlanStep>(), step => CarePlanLife.IsFor(step, Other));
}
