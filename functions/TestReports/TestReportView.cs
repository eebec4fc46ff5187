namespace Alleviation.Functions.TestReports;

/// <summary>A report as it is answered.</summary>
/// <param name="SeenBy">Physician id.</param>
public sealed record TestReportView(
    string Id,
    DateTimeOffset TakenAt,
    string Source,
    string? Laboratory,
    string? Note,
    bool OutOfRange,
    bool Critical,
    IReadOnlyList<TestValue> Values,
    DateTimeOffset RecordedAt,
    string? SeenBy,
    DateTimeOffset? SeenAt
)
{
    /// <param name="mark">Null where it is too old to be marked.</param>
    public static TestReportView Of(TestReport report, TestReportMark? mark) =>
        new(
            report.Id,
            report.TakenAt,
            report.Source,
            report.Laboratory,
            report.Note,
            report.IsOutOfRange,
            report.IsCritical,
            report.Values,
            report.RecordedAt,
            mark?.SeenBy,
            mark?.SeenAt
        );
}

/// <param name="Items">The newest first, at most 20.</param>
public sealed record TestReportList(IReadOnlyList<TestReportView> Items);

/// <param name="Points">The newest first, at most 50.</param>
public sealed record Trend(string Code, IReadOnlyList<TrendPoint> Points);
