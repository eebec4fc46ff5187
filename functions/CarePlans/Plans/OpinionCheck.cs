using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>An opinion as it was given; what it proposes is held to the same rules as a plan.</summary>
public sealed class OpinionCheck(ReadingKinds kinds, CodeLists lists)
{
    private readonly GoalCheck _goals = new(kinds, lists);
    private readonly ActivityCheck _activities = new(lists);

    /// <returns>The opinion, not yet signed.</returns>
    internal (Opinion? Opinion, IReadOnlyList<FieldError> Errors) Check(OpinionRequest request, DateOnly today)
    {
        var validationErrors = new ValidationErrors();
        var text = TextCheck.Required(validationErrors, "findings", request.Findings, PlanLimits.Findings);
        var goals = PlanItems.Check(
            validationErrors,
            "goals",
            request.Goals ?? [],
            PlanLimits.ProposedGoals,
            goal => goal.Code,
            "code",
            (inside, goal) => _goals.Check(inside, goal, null, today)
        );
        var activities = PlanItems.Check(
            validationErrors,
            "activities",
            request.Activities ?? [],
            PlanLimits.ProposedActivities,
            activity => activity.Code,
            "code",
            (inside, activity) => _activities.Check(inside, activity, null, today)
        );
        return validationErrors.Errors is [] && text is not null
            ? (new Opinion(0, "", 0, "", "", default, text, goals, activities), [])
            : (null, validationErrors.Errors);
    }
}
