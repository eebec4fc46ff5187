using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.TestReports;

public sealed record ListReportsResult<T>(HouseholdAccess Access, T? Found = null)
    where T : class;

/// <summary>The newest reports of a member, and the newest values of one measure: the header, and a range of keys that is read no further.</summary>
public sealed class ListReportsHandler(HouseholdTable households, TableServiceClient service, FieldSealer sealer)
{
    private const int MostReports = 20;
    private const int MostPoints = 50;
    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    public async Task<ListReportsResult<ReportList>> ReportsAsync(HouseholdId id, int member, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(id, member, caller, hasReason, cancellationToken);
        if (access < HouseholdAccess.Look) { return new ListReportsResult<ReportList>(access); }
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, ReportRows.MarksKey(member), cancellationToken: cancellationToken);
        var marks = row.HasValue ? ReportRows.Read(row.Value!, sealer) : new MemberReports(member, []);
        var reports = await NewestAsync<TestReport>(id, ReportRows.ReportsOf(member), MostReports, cancellationToken);
        return new ListReportsResult<ReportList>(access, new ReportList([.. reports.Select(report => ReportView.Of(report, marks.Find(report.Id)))]));
    }

    public async Task<ListReportsResult<Trend>> TrendAsync(HouseholdId id, int member, string code, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(id, member, caller, hasReason, cancellationToken);
        return access >= HouseholdAccess.Look
            ? new ListReportsResult<Trend>(access, new Trend(code, await NewestAsync<TrendPoint>(id, ReportRows.HistoryOf(member, code), MostPoints, cancellationToken)))
            : new ListReportsResult<Trend>(access);
    }

    private async Task<HouseholdAccess> AccessAsync(HouseholdId id, int member, Caller caller, bool hasReason, CancellationToken cancellationToken) =>
        await households.FindAsync(id, cancellationToken) is { Household: var household } && household.Members.Any(one => one.Number == member)
            ? caller.To(household, member, hasReason)
            : HouseholdAccess.Hidden;

    private async Task<IReadOnlyList<T>> NewestAsync<T>(HouseholdId id, string prefix, int most, CancellationToken cancellationToken)
    {
        // A semicolon follows the colon.
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value} and RowKey ge {prefix} and RowKey lt {prefix[..^1] + ";"}");
        var (rows, _) = await _table.QueryAsync<TableEntity>(filter, most, cancellationToken: cancellationToken).PageAsync(null, most);
        return [.. rows.Select(row => SealedRow.Read<T>(row, sealer))];
    }
}
