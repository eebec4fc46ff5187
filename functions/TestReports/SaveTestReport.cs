using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.TestReports;

public enum SaveTestReportOutcome
{
    Saved,

    /// <summary>The same was sent before. Nothing changed.</summary>
    AlreadySaved,

    /// <summary>The id belongs to another report. Nothing changed.</summary>
    SavedDifferently,

    /// <summary>It did not pass the checks. Nothing changed.</summary>
    Invalid,

    NotFound,
}

public sealed record SaveTestReportResult(
    SaveTestReportOutcome Outcome,
    TestReportView? View = null,
    IReadOnlyList<FieldError>? Errors = null
);

/// <summary>
/// Takes a report into the record: an entry; its values for the trends; those that are readings as well into the summary; and where one is
/// out of its range, something to look at for the responsible physician.
/// </summary>
public sealed class SaveTestReportHandler(
    HouseholdChanges changes,
    TestReportCheck check,
    ReadingKinds readings,
    Fingerprinter fingerprinter,
    TimeProvider clock
)
{
    private static readonly JsonSerializerOptions Stored = ApiJson.Options;

    public async Task<SaveTestReportResult> HandleAsync(
        HouseholdId id,
        int member,
        string reportId,
        TestReportRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var changed = await changes.ChangeAsync(
            id,
            partition => Decide(partition, member, reportId, command, caller, now),
            cancellationToken
        );
        return changed?.Outcome ?? new SaveTestReportResult(SaveTestReportOutcome.NotFound);
    }

    private HouseholdUpdate<SaveTestReportResult> Decide(
        HouseholdPartition partition,
        int number,
        string reportId,
        TestReportRequest command,
        Caller caller,
        DateTimeOffset now
    )
    {
        var household = partition.Household;
        if (
            !caller.MayCareFor(household)
            || household.PresentMembers.FirstOrDefault(person => person.Number == number) is not { RecordNumber: not null } member
        )
        {
            return HouseholdUpdate.None(new SaveTestReportResult(SaveTestReportOutcome.NotFound));
        }

        var (report, errors) = check.Check(reportId, member, command, caller.AccountId, now);
        if (report is null)
        {
            return HouseholdUpdate.None(new SaveTestReportResult(SaveTestReportOutcome.Invalid, Errors: errors));
        }
        var reports = MemberTestReports.Of(partition, number);
        var content = fingerprinter.OfContent("test-report", report with { RecordedAt = default });
        if (reports.Find(reportId) is { } known)
        {
            var outcome = known.Content == content ? SaveTestReportOutcome.AlreadySaved : SaveTestReportOutcome.SavedDifferently;
            return HouseholdUpdate.None(
                new SaveTestReportResult(
                    outcome,
                    outcome is SaveTestReportOutcome.AlreadySaved
                        ? TestReportView.Of(report with { RecordedAt = known.RecordedAt }, known)
                        : null
                )
            );
        }

        var mark = new TestReportMark(reportId, content, report.TakenAt, report.IsOutOfRange, report.IsCritical, report.RecordedAt);
        return Change(partition, report, reports.With(mark), mark);
    }

    private HouseholdUpdate<SaveTestReportResult> Change(
        HouseholdPartition partition,
        TestReport report,
        MemberTestReports reports,
        TestReportMark mark
    )
    {
        var withEntry = NewEntry.In(partition, TestReportTasks.Of(partition.Household, reports), EntryOf(report));
        return HouseholdUpdate.Of(
            new SaveTestReportResult(SaveTestReportOutcome.Saved, TestReportView.Of(report, mark)),
            withEntry.Household,
            [.. withEntry.Changes, MemberTestReports.StoredAs.Of(reports.Member).Put(reports), .. report.Put()]
        );
    }

    private Entry EntryOf(TestReport report) =>
        new(report.Member, report.TakenAt, "testReport", report.Id, report.RecordedBy)
        {
            Reference = report.Source,
            Note = report.Note,
            Readings =
            [
                .. report
                    .Values.Where(value => readings.Find(value.Code) is { } kind && kind.Unit == value.Unit)
                    .Select(value => new Reading(value.Code, value.Value, value.Unit, report.TakenAt)),
            ],
            Facts = new Dictionary<string, JsonElement> { ["values"] = JsonSerializer.SerializeToElement(report.Values, Stored) },
        };
}
