using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.TestReports;

public sealed record ListTestReportsResult<T>(HouseholdAccess Access, T? Found = null)
    where T : class;

/// <summary>
/// The newest reports of a member, and the newest values of one measure: the header, and a range of keys that is read no further.
/// </summary>
public sealed class ListTestReportsHandler(HouseholdTable households, HouseholdDocuments documents)
{
    private const int MaxReports = 20;
    private const int MaxPoints = 50;

    public async Task<ListTestReportsResult<TestReportList>> ReportsAsync(
        HouseholdId id,
        int member,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        var access = await AccessAsync(id, member, caller, hasReason, cancellationToken);
        if (access < HouseholdAccess.Look)
        {
            return new ListTestReportsResult<TestReportList>(access);
        }
        var marks =
            await documents.FindAsync(id, MemberTestReports.StoredAs.Of(member), cancellationToken) ?? new MemberTestReports(member, []);
        var reports = await NewestAsync(id, TestReport.StoredAs.AllPastOf(member), MaxReports, cancellationToken);
        return new ListTestReportsResult<TestReportList>(
            access,
            new TestReportList([.. reports.Select(report => TestReportView.Of(report, marks.Find(report.Id)))])
        );
    }

    public async Task<ListTestReportsResult<Trend>> TrendAsync(
        HouseholdId id,
        int member,
        string code,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        var access = await AccessAsync(id, member, caller, hasReason, cancellationToken);
        return access >= HouseholdAccess.Look
            ? new ListTestReportsResult<Trend>(
                access,
                new Trend(code, await NewestAsync(id, TrendPoint.StoredAs.AllPastOf(member, $"{code}:"), MaxPoints, cancellationToken))
            )
            : new ListTestReportsResult<Trend>(access);
    }

    private async Task<HouseholdAccess> AccessAsync(
        HouseholdId id,
        int member,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    ) =>
        await households.FindAsync(id, cancellationToken) is { Household: var household }
        && household.Members.Any(person => person.Number == member)
            ? caller.To(household, member, hasReason)
            : HouseholdAccess.Hidden;

    private async Task<IReadOnlyList<T>> NewestAsync<T>(
        HouseholdId id,
        DocumentRange<T> range,
        int most,
        CancellationToken cancellationToken
    ) => (await documents.PageAsync(id, range, null, most, cancellationToken)).Documents;
}
