using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.Worklists;

namespace Alleviation.Functions.FollowUps;

/// <param name="Code">Of list visitAction.</param>
public sealed record VisitAction(string Code, Label? Label);

/// <summary>A visit as it is answered, with what it asks for.</summary>
/// <param name="Outcome">Code of list visitOutcome.</param>
/// <param name="Urgent">Treat and refer now.</param>
/// <param name="AtOnce">What to do at once, for each thing found that calls for it.</param>
/// <param name="NextDueOn">When the next visit by the form is due, as it is now; what the visit said where the plan asks for none.</param>
/// <param name="Line">The member's line on the caller's worklist as it is now; null where there is none.</param>
public sealed record VisitView(
    string Id,
    string HouseholdId,
    int HouseholdVersion,
    int Member,
    string Form,
    DateTimeOffset At,
    string ContactMode,
    string By,
    IReadOnlyDictionary<string, JsonElement> Answers,
    string? Note,
    string Outcome,
    IReadOnlyList<VisitAction> Actions,
    bool Urgent,
    IReadOnlyList<Label> AtOnce,
    bool InControl,
    DateOnly NextDueOn,
    WorklistLine? Line
)
{
    public static VisitView Of(Visit visit, Household household, CodeLists codes, Caller caller, DateOnly today) =>
        new(
            visit.Id,
            household.Id.Value,
            household.Version,
            visit.Member,
            visit.Form,
            visit.At,
            visit.ContactMode,
            visit.By,
            visit.Answers,
            visit.Note,
            visit.Result.Outcome,
            [.. visit.Result.Actions.Select(action => new VisitAction(action, codes.LabelOf("visitAction", action)))],
            visit.Result.Urgent,
            [.. visit.Result.Urgencies.Select(finding => finding.Action).OfType<Label>().Distinct()],
            visit.Result.InControl,
            household
                .Members.FirstOrDefault(member => member.Number == visit.Member)
                ?.Plan?.FollowUps.FirstOrDefault(followUp => followUp.Form == visit.Form)
                ?.DueOn
                ?? visit.NextDueOn,
            LineOf(visit, household, caller, today)
        );

    private static WorklistLine? LineOf(Visit visit, Household household, Caller caller, DateOnly today)
    {
        var items = caller.PhysicianId is { } physician ? WorklistItem.Of(household, physician) : WorklistItem.OfVillage(household);
        return items.FirstOrDefault(item => item.Member == visit.Member) is { } item ? WorklistLine.Of(item, today) : null;
    }
}
