using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.FollowUps;

internal sealed record DecidedVisit(SaveVisitOutcome Outcome, Visit? Visit, IReadOnlyList<FieldError> Errors)
{
    public static DecidedVisit Of(SaveVisitOutcome outcome, params IReadOnlyList<FieldError> errors) => new(outcome, null, errors);
}

/// <summary>What becomes of a visit on the household as it was read; pure.</summary>
internal sealed class VisitDecision(FollowUpForms forms, ReadingKinds kinds, DateTimeOffset now)
{
    /// <param name="checkedVisit">Null where it did not pass the checks; then <paramref name="validationErrors"/> says why.</param>
    public HouseholdUpdate<DecidedVisit> On(
        HouseholdPartition partition,
        int number,
        ClientId id,
        CheckedVisit? checkedVisit,
        IReadOnlyList<FieldError> validationErrors,
        Caller caller
    )
    {
        if (
            !caller.MayCareFor(partition.Household)
            || partition.Household.Members.FirstOrDefault(person => person.Number == number) is not { } member
        )
        {
            return HouseholdUpdate.None(DecidedVisit.Of(SaveVisitOutcome.NotFound));
        }

        if (checkedVisit is null)
        {
            return HouseholdUpdate.None(DecidedVisit.Of(SaveVisitOutcome.Invalid, validationErrors));
        }
        var log = VisitLog.Of(partition, number);
        // Checked before anything that depends on the time: a visit that is sent again after a lost answer is recognised as saved.
        if (log.Find(id) is { } savedBefore)
        {
            return HouseholdUpdate.None(
                DecidedVisit.Of(
                    savedBefore.Fingerprint == checkedVisit.Fingerprint ? SaveVisitOutcome.SavedBefore : SaveVisitOutcome.IdTaken
                )
            );
        }

        var care = partition.Find(MemberCare.StoredAs.Of(number));
        var scheduled = care?.Schedule.FollowUps.FirstOrDefault(followUp => followUp.Form == checkedVisit.Form.Code);
        var (before, after) = log.Around(checkedVisit.Form.Code, checkedVisit.At);
        var inARow = after is null ? scheduled?.OutOfControl ?? before?.InARow ?? 0 : before?.InARow ?? 0;
        var result = FollowUpRules.Of(
            checkedVisit.Form,
            checkedVisit.Answers,
            member.AgeAt(checkedVisit.On),
            inARow,
            scheduled?.EveryDays,
            checkedVisit.On
        );
        var errors = VisitTimes.Check(checkedVisit, member, result.NextDueOn, now).ToList();
        if (errors.Count > 0)
        {
            return HouseholdUpdate.None(DecidedVisit.Of(SaveVisitOutcome.Invalid, errors));
        }

        var counts = checkedVisit.Form.Counts(checkedVisit.ContactMode);
        var nextCounted = log.CountedAfter(checkedVisit.Form.Code, checkedVisit.At);
        var dueByRules = counts || scheduled is null || scheduled.NextDueOn > result.NextDueOn ? result.NextDueOn : scheduled.NextDueOn;
        var nextDueOn = checkedVisit.NextDueOn ?? dueByRules;
        var visit = new Visit(
            id.Value,
            number,
            checkedVisit.Form.Code,
            checkedVisit.At,
            checkedVisit.ContactMode,
            caller.AccountId,
            checkedVisit.Answers,
            checkedVisit.Note,
            result,
            nextDueOn,
            checkedVisit.Fingerprint
        );
        var dueOn =
            nextCounted is not null ? nextCounted.DueOn
            : scheduled is { IsOver: false } ? scheduled.NextDueOn
            : null;
        var everyDays = scheduled?.EveryDays ?? 0;
        var mark = new VisitMark(
            id.Value,
            checkedVisit.Fingerprint,
            checkedVisit.Form.Code,
            checkedVisit.At,
            dueOn,
            nextDueOn,
            everyDays,
            result.InARow,
            counts
        );
        return Change(partition, member, visit, mark, log, new Later(after, nextCounted), care);
    }

    private HouseholdUpdate<DecidedVisit> Change(
        HouseholdPartition partition,
        MemberSummary member,
        Visit visit,
        VisitMark mark,
        VisitLog log,
        Later later,
        MemberCare? care
    )
    {
        var form = forms.Find(visit.Form)!;
        var entered = NewEntry.In(partition, partition.Household, VisitEntry.Of(visit, form, kinds));
        var latest = entered.Record.LatestReadings;
        var next = care is null ? null : care with { Schedule = ScheduleAfterVisit.Of(care.Schedule, form, visit, latest, later) };
        var summary = Summarise(entered.Household.Members.First(person => person.Number == member.Number), visit, next, mark, later);
        var household = entered.Household with
        {
            Members = [.. entered.Household.Members.Select(person => person.Number == member.Number ? summary : person)],
            Tasks = UrgentVisitTask.After(visit, form, entered.Household, isPlanned: next is not null, isNewest: later.Any is null),
        };
        return HouseholdUpdate.Of(
            new DecidedVisit(SaveVisitOutcome.Saved, visit, []),
            household,
            [
                .. entered.Changes,
                .. next is null ? [] : new[] { MemberCare.StoredAs.Of(next.Member).Put(next) },
                VisitLog.StoredAs.Of(member.Number).Put(log.With(mark, later.Counted)),
                Visit.StoredAs.PastOf(visit.Member, visit.Id).Put(visit),
            ]
        );
    }

    private MemberSummary Summarise(MemberSummary member, Visit visit, MemberCare? care, VisitMark mark, Later later)
    {
        if (!mark.Counts)
        {
            return member with { Plan = care?.Summarise() ?? member.Plan };
        }
        var previousLedger = member.Ledgers.FirstOrDefault(ledger => ledger.Form == visit.Form);
        var (lastOn, inControl, values) =
            later.Counted is null || previousLedger is null
                ? (visit.At.ToChinaDate(), visit.Result.InControl, forms.Find(visit.Form)!.KeyNumbersOf(visit.Answers))
                : (previousLedger.LastOn, previousLedger.InControl, previousLedger.Values);
        var months = FollowUpLedger.Add(previousLedger?.Months ?? [], VisitLog.Settles(mark, later.Counted), now.ToChinaDate());
        var ledger = new FollowUpLedger(visit.Form, lastOn, inControl, months) { Void = previousLedger?.Void ?? false, Values = values };
        return member with
        {
            Plan = care?.Summarise() ?? member.Plan,
            Ledgers = [.. member.Ledgers.Where(other => other != previousLedger), ledger],
        };
    }
}
