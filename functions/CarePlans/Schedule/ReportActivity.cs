using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.CarePlans.Schedule;

/// <param name="On">The day on which it was done, or given up.</param>
/// <param name="Reason">Of a skip.</param>
public sealed record ActivityReportRequest(ActivityOutcome? Outcome, DateOnly? On, string? Reason, string? Note);

/// <summary>
/// Takes in that an activity of the plan in force was done or skipped. It may be sent twice: a row of the history knows each report for
/// ever, and the schedule the newest, for two that arrive at once.
/// </summary>
public sealed class ReportActivityHandler(
    HouseholdChanges changes,
    CarePlanAnswers answers,
    CarePlanHistory history,
    Fingerprinter fingerprinter,
    TimeProvider clock
)
{
    private const int MaxText = 300;

    /// <summary>A report from a phone that had no signal for longer no longer matters.</summary>
    private const int OldestDays = 366;

    public async Task<CarePlanResult> HandleAsync(
        HouseholdId id,
        int member,
        string activity,
        string reportId,
        ActivityReportRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var fingerprint = fingerprinter.OfContent("activity-report", command);
        var (report, errors) = Check(activity, reportId, command, fingerprint, caller, now.ToChinaDate());
        var taken = await ConflictRetry.RunAsync(
            async token =>
            {
                var known = await history.FindReportAsync(id, member, reportId, token);
                var changed = await changes.ChangeAsync(
                    id,
                    partition => Decide(partition, member, activity, reportId, report, errors, known, caller, now),
                    token
                );
                // The same report arrived twice at once and the other was stored first: decide again on what is stored now.
                return new Attempt<Changed<PlanOutcome>?>(changed?.Outcome is not { Outcome: CarePlanOutcome.ChangedMeanwhile }, changed);
            },
            cancellationToken
        );
        return await answers.ForAsync(taken, version: null, caller, cancellationToken);
    }

    internal static HouseholdUpdate<PlanOutcome> Decide(
        HouseholdPartition partition,
        int member,
        string activity,
        string reportId,
        ActivityReport? report,
        IReadOnlyList<FieldError> errors,
        ActivityReport? known,
        Caller caller,
        DateTimeOffset now
    )
    {
        if (PlanStepContext.For(partition, member, caller, PlanStep.Report) is not { File: var file } hand)
        {
            return PlanOutcome.NotFound;
        }
        if (!hand.IsTheirs)
        {
            return PlanOutcome.Refused(CarePlanOutcome.NotYours, file);
        }
        if (report is null)
        {
            return PlanOutcome.Refused(CarePlanOutcome.Invalid, file, errors);
        }
        if (known is not null)
        {
            var isSame = (known.Activity, known.By, known.Fingerprint) == (report.Activity, report.By, report.Fingerprint);
            return PlanOutcome.Refused(isSame ? CarePlanOutcome.DoneBefore : CarePlanOutcome.ReportedDifferently, file);
        }
        if (file.Care.Schedule.Activities.Any(planned => planned.Reports.Contains(reportId, StringComparer.Ordinal)))
        {
            return PlanOutcome.Refused(CarePlanOutcome.ChangedMeanwhile, file);
        }
        if (hand.To is null)
        {
            return PlanOutcome.Refused(CarePlanOutcome.NotNow, file);
        }
        if (file.Care.Schedule.Activities.All(planned => planned.Code != activity))
        {
            return PlanOutcome.NotFound;
        }
        var next = file with { Care = file.Care with { Schedule = file.Care.Schedule.With(report) } };
        var decision = next.Commit(PlanOutcome.Done(next), file, partition, EntryOf(member, report, now));
        return decision with { Changes = [.. decision.Changes, ActivityReport.StoredAs.PastOf(member, report.Id).Put(report)] };
    }

    internal static (ActivityReport? Report, IReadOnlyList<FieldError> Errors) Check(
        string activity,
        string reportId,
        ActivityReportRequest request,
        string fingerprint,
        Caller caller,
        DateOnly today
    )
    {
        var validationErrors = new ValidationErrors();
        if (request.Outcome is null)
        {
            validationErrors.Add("outcome", "required");
        }
        if (request.On is null)
        {
            validationErrors.Add("on", "required");
        }
        if (request.On > today)
        {
            validationErrors.Add("on", "in-the-future");
        }
        if (request.On < today.AddDays(-OldestDays))
        {
            validationErrors.Add("on", "too-long-ago");
        }
        var reason =
            request.Outcome is ActivityOutcome.Skipped
                ? TextCheck.Required(validationErrors, "reason", request.Reason, MaxText)
                : TextCheck.Optional(validationErrors, "reason", request.Reason, MaxText);
        var note = TextCheck.Optional(validationErrors, "note", request.Note, MaxText);
        return validationErrors.Errors is [] && request is { Outcome: { } outcome, On: { } on }
            ? (new ActivityReport(reportId, activity, outcome, on, reason, note, caller.AccountId, fingerprint), [])
            : (null, validationErrors.Errors);
    }

    // Told on the day itself it stands at its moment; told later, at noon of its day.
    private static Entry EntryOf(int member, ActivityReport report, DateTimeOffset now) =>
        new(
            member,
            report.On == now.ToChinaDate() ? now : new DateTimeOffset(report.On, new TimeOnly(12, 0), ChinaTime.Offset),
            CarePlanEntries.Activity,
            report.Id,
            report.By
        )
        {
            Reference = report.Activity,
            Note = report.Reason ?? report.Note,
            Facts = CarePlanEntries.Facts(("outcome", report.Outcome is ActivityOutcome.Done ? "done" : "skipped"), ("on", report.On)),
        };
}
