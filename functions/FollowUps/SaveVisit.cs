using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;
using Alleviation.Functions.Worklists;

namespace Alleviation.Functions.FollowUps;

/// <summary>A visit as it is sent: nothing in it has been checked yet.</summary>
/// <param name="Form">The form's code.</param>
/// <param name="At">When it was made: a phone may send it hours later.</param>
/// <param name="ContactMode">Code of list contactMode.</param>
/// <param name="Answers">By field; a reading is a number in its own unit, or <c>{value, unit}</c>.</param>
/// <param name="Confirmed">Fields whose unlikely value was looked at again.</param>
/// <param name="NextDueOn">Earlier than the rules ask for; what they say when it is left out.</param>
public sealed record VisitRequest(
    string? Form,
    DateTimeOffset? At,
    string? ContactMode,
    IReadOnlyDictionary<string, JsonElement>? Answers,
    IReadOnlyList<string>? Confirmed,
    DateOnly? NextDueOn,
    string? Note
);

public enum SaveVisitOutcome
{
    /// <summary>It is in the record, with everything that follows from it.</summary>
    Saved,

    /// <summary>The same was sent before. Nothing changed.</summary>
    SavedBefore,

    /// <summary>Another visit has this id. Nothing changed.</summary>
    IdTaken,

    /// <summary>It did not pass the checks. Nothing changed.</summary>
    Invalid,

    NotFound,
}

public sealed record SaveVisitResult(SaveVisitOutcome Outcome, VisitView? View, IReadOnlyList<FieldError> Errors);

/// <summary>Saves a follow-up visit with all that follows from it in one commit.</summary>
public sealed class SaveVisitHandler(
    FollowUpForms forms,
    ReadingKinds kinds,
    VisitCheck check,
    HouseholdChanges changes,
    HouseholdDocuments documents,
    CodeLists codes,
    TimeProvider clock
)
{
    public async Task<SaveVisitResult> HandleAsync(
        HouseholdId household,
        int member,
        ClientId id,
        VisitRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (checkedVisit, errors) = check.Check(command);
        var decision = new VisitDecision(forms, kinds, clock.GetUtcNow());
        var changed = await changes.ChangeAsync(
            household,
            partition => decision.On(partition, member, id, checkedVisit, errors, caller),
            cancellationToken
        );
        if (changed is not { Outcome: var decided })
        {
            return new SaveVisitResult(SaveVisitOutcome.NotFound, null, []);
        }
        var visit =
            decided.Outcome is SaveVisitOutcome.SavedBefore
                ? await documents.FindAsync(household, Visit.StoredAs.PastOf(member, id.Value), cancellationToken)
                : decided.Visit;
        return new SaveVisitResult(
            decided.Outcome,
            visit is null ? null : VisitView.Of(visit, changed.Household, codes, caller, clock.Today()),
            decided.Errors
        );
    }
}

/// <param name="Code">Of list visitAction.</param>
public sealed record VisitAction(string Code, Label? Label);

/// <summary>A visit as the API answers it, with what has to be done.</summary>
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
