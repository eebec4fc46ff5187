using System.Text.Json;
using Alleviation.Functions.CarePlans.Plans;

namespace Alleviation.Tests.CarePlans;

public sealed class CarePlanDifferenceTests
{
    [Fact]
    public void SamePlan_HasNoDifferences()
    {
        var plan = SomePlan.Draft("I10").Plan;

        var difference = CarePlanDifference.Between(plan, plan with { Version = 2, Goals = [.. plan.Goals] });

        Assert.Equal((1, 2), (difference.From, difference.To));
        Assert.Empty(difference.Fields);
        Assert.Empty(difference.Goals.Concat(difference.Activities).Concat(difference.FollowUps));
    }

    [Fact]
    public void AddedRemovedAndChanged_AreToldApart_FieldByField()
    {
        var first = SomePlan.Draft("I10").Plan;
        var to = first with
        {
            Version = 2,
            Status = CarePlanStatus.UnderReview,
            Goals = [.. first.Goals.Skip(1), SomePlan.Goal("weight-1")],
            Activities = [first.Activities[0] with { EveryDays = 7 }, .. first.Activities.Skip(1)],
            FollowUps = [first.FollowUps[0] with { VisitsPerYear = 12 }],
        };

        var difference = CarePlanDifference.Between(first, to);

        Assert.Equal([DifferenceKind.Removed, DifferenceKind.Added], difference.Goals.Select(goal => goal.Kind));
        var field = Assert.Single(Assert.Single(difference.Activities).Fields);
        Assert.Equal(("everyDays", "90", "7"), (field.Field, field.From.ToString(), field.To.ToString()));
        Assert.Equal("visitsPerYear", Assert.Single(Assert.Single(difference.FollowUps).Fields).Field);
        Assert.Equal(("status", "underReview"), (Assert.Single(difference.Fields).Field, difference.Fields[0].To!.Value.GetString()));
    }

    [Fact]
    public void FieldThatIsNew_HasNoValueBefore()
    {
        var first = SomePlan.Draft("I10").Plan;
        var to = first with
        {
            Activities = [first.Activities[0] with { EndsOn = SomePlan.Today.AddDays(60) }, .. first.Activities.Skip(1)],
        };

        var field = Assert.Single(Assert.Single(CarePlanDifference.Between(first, to).Activities).Fields);

        Assert.Equal(("endsOn", null), (field.Field, field.From));
        Assert.Equal(JsonValueKind.String, field.To!.Value.ValueKind);
    }
}
