using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.TestReports;

/// <summary>A laboratory's report on a member, as a person took it over.</summary>
/// <param name="Id">Made by the sender.</param>
/// <param name="TakenAt">When the sample was taken.</param>
/// <param name="Source">Code of list resultSource.</param>
/// <param name="Laboratory">Who measured it, in words.</param>
/// <param name="RecordedBy">Account id.</param>
public sealed record TestReport(
    string Id,
    int Member,
    DateTimeOffset TakenAt,
    string Source,
    string? Laboratory,
    string? Note,
    IReadOnlyList<TestValue> Values,
    string RecordedBy,
    DateTimeOffset RecordedAt
)
{
    /// <summary>Past from the beginning, the newest first.</summary>
    public static DocumentKind<TestReport> StoredAs { get; } = new("testReport");

    /// <summary>The report, and each of its values for the trend of one measure.</summary>
    internal IEnumerable<DocumentChange> Put() =>
        [
            StoredAs.PastOf(Member, PlaceInTime).Put(this),
            .. Values.Select(value =>
                TrendPoint
                    .StoredAs.PastOf(Member, $"{value.Code}:{PlaceInTime}")
                    .Put(new TrendPoint(TakenAt, value.Value, value.Unit, value.Low, value.High, value.Flag, Id))
            ),
        ];

    private string PlaceInTime => $"{NewestFirst.Key(TakenAt)}:{Id}";

    public bool IsOutOfRange => Values.Any(value => value.Flag.IsOutOfRange());

    public bool IsCritical => Values.Any(value => value.Flag.IsCritical());
}

/// <param name="Code">Code of list labTests.</param>
/// <param name="Value">In the canonical unit, like the limits.</param>
/// <param name="Low">Of the reference range that it was judged by: the laboratory's own where it was given, else the list's.</param>
public sealed record TestValue(string Code, decimal Value, string Unit, decimal? Low, decimal? High, ResultFlag Flag);

/// <summary>One value of a trend.</summary>
/// <param name="Report">Its report's id.</param>
public sealed record TrendPoint(
    DateTimeOffset TakenAt,
    decimal Value,
    string Unit,
    decimal? Low,
    decimal? High,
    ResultFlag Flag,
    string Report
)
{
    /// <summary>Past from the beginning, by the measure's code and then the newest first.</summary>
    public static DocumentKind<TrendPoint> StoredAs { get; } = new("trend");
}
