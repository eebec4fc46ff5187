using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>What a plan is to say, as it was given: all errors at once.</summary>
public sealed class CarePlanCheck(ReadingKinds kinds, CodeLists lists, PathwayCatalogue pathways)
{
    private const int MaxVisits = 366;
    private readonly GoalCheck _goals = new(kinds, lists);
    private readonly ActivityCheck _activities = new(lists);
    private readonly Dictionary<string, string> _forms = pathways
        .All.Select(pathway => pathway.FollowUp.Form)
        .Distinct()
        .ToDictionary(form => form, StringComparer.Ordinal);

    internal (PlanContent? Content, IReadOnlyList<FieldError> Errors) Check(CarePlanRequest request, CarePlan plan, DateOnly today)
    {
        var validationErrors = new ValidationErrors();
        var goals = PlanItems.Check(
            validationErrors,
            "goals",
            request.Goals,
            PlanLimits.Goals,
            goal => goal.Code,
            "code",
            (inside, goal) => _goals.Check(inside, goal, plan.Goals.FirstOrDefault(known => known.Code == goal.Code), today)
        );
        var activities = PlanItems.Check(
            validationErrors,
            "activities",
            request.Activities,
            PlanLimits.Activities,
            activity => activity.Code,
            "code",
            (inside, activity) =>
                _activities.Check(inside, activity, plan.Activities.FirstOrDefault(known => known.Code == activity.Code), today)
        );
        var followUps = PlanItems.Check(
            validationErrors,
            "followUps",
            request.FollowUps,
            _forms.Count,
            followUp => followUp.Form,
            "form",
            (inside, followUp) => CheckVisit(inside, followUp, plan.FollowUps.FirstOrDefault(known => known.Form == followUp.Form))
        );
        var content = new PlanContent(goals, activities, followUps);
        if (validationErrors.Errors.Count == 0 && content.IsTooLarge)
        {
            validationErrors.Add("activities", "plan-too-large");
        }
        return (validationErrors.Errors.Count == 0 ? content : null, validationErrors.Errors);
    }

    private FollowUp? CheckVisit(ValidationErrors validationErrors, FollowUpRequest request, FollowUp? known)
    {
        if (string.IsNullOrWhiteSpace(request.Form))
        {
            validationErrors.Add("form", "required");
        }
        else if (known is null && !_forms.ContainsKey(request.Form))
        {
            validationErrors.Add("form", "unknown-value");
        }
        var every = PlanDates.Interval(validationErrors, "everyDays", request.EveryDays);
        if (request.VisitsPerYear is null)
        {
            validationErrors.Add("visitsPerYear", "required");
        }
        else if (request.VisitsPerYear is < 0 or > MaxVisits)
        {
            validationErrors.Add("visitsPerYear", "out-of-range", 0, MaxVisits);
        }
        if (request is not { Form: { } form, VisitsPerYear: { } visits } || every is not { } days)
        {
            return null;
        }
        var followUp = new FollowUp(form, days, visits) { EndsOn = known?.EndsOn };
        return known is not null && followUp == known with { Pathway = null } ? known : followUp;
    }
}
