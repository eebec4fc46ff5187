using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.TestReports;

/// <summary>
/// RowKeys <c>result:01</c> = the marks of the member's reports; in the history, newest first: <c>history:result:01:all:{…}:{id}</c> = each
/// report, <c>history:result:01:{code}:{…}:{id}</c> = each value, for the trend of one measure.
/// </summary>
internal static class ReportRows
{
    private const string Kind = "result";
    private const string AllReports = "all";

    public static MemberReports Reports(HouseholdPartition partition, int member, FieldSealer sealer) =>
        partition.Rows.FirstOrDefault(row => row.RowKey == MarksKey(member)) is { } row ? Read(row, sealer) : new MemberReports(member, []);

    public static MemberReports Read(TableEntity row, FieldSealer sealer) => SealedRow.Read<MemberReports>(row, sealer);

    public static TableEntity Write(HouseholdId household, MemberReports reports, FieldSealer sealer) =>
        SealedRow.Write(household, MarksKey(reports.Member), reports, sealer);

    public static string MarksKey(int member) => HouseholdRow.MemberKey(Kind, member);

    /// <summary>The report and each of its values.</summary>
    public static IEnumerable<TableEntity> Write(HouseholdId household, TestReport report, FieldSealer sealer) =>
    [
        SealedRow.Write(household, Key(report, AllReports), report, sealer),
        .. report.Values.Select(value => SealedRow.Write(household, Key(report, value.Code), new TrendPoint(report.TakenAt, value.Value, value.Unit, value.Low, value.High, value.Flag, report.Id), sealer)),
    ];

    /// <summary>What the keys of a member's reports begin with.</summary>
    public static string ReportsOf(int member) => HistoryOf(member, AllReports);

    public static string HistoryOf(int member, string code) => $"history:{HouseholdRow.MemberKey(Kind, member)}:{code}:";

    private static string Key(TestReport report, string code) => $"{HistoryOf(report.Member, code)}{NewestFirst.Key(report.TakenAt)}:{report.Id}";
}

/// <summary>One value of a trend.</summary>
/// <param name="Report">Its report's id.</param>
public sealed record TrendPoint(DateTimeOffset TakenAt, decimal Value, string Unit, decimal? Low, decimal? High, ResultFlag Flag, string Report);
