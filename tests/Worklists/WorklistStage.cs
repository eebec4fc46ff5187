using System.Globalization;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Worklists;

/// <summary>A service whose lists are written as the projection writes them, without enrolling anybody.</summary>
public abstract class WorklistStage() : WithScene<AppUnderTest>(() => AppUnderTest.StartAsync())
{
    protected const string Physician = "P441402004-01";
    protected const string OtherVillage = "441402004002";
    protected static readonly DateOnly Today = new(2026, 11, 23);

    protected AppUnderTest App => Scene;

    private protected async Task ShowAsync(IEnumerable<Household> households)
    {
        var worklists = App.Get<WorklistTable>();
        foreach (var household in households)
        {
            await worklists.RowsOf(Physician, household).ShowAsync(known: null, CancellationToken.None);
            await App.Get<VillageTable>()
                .RowsOf(household, worklists.LinesOfVillage(household))
                .ShowAsync(known: null, CancellationToken.None);
        }
    }

    private protected Task<Worklist> ListAsync(WorklistFilter filter, DateTimeOffset at = default) =>
        App.Get<ListWorklistHandler>().HandleAsync(WorklistReading.OwnerOf(Physician, at), filter, after: null, 50, CancellationToken.None);

    private protected static string KeyOf(JsonElement line) =>
        $"{line.GetProperty("householdId").GetString()}/{(line.TryGetProperty("member", out var member) ? member.GetInt32() : 0)}";

    private protected static Household Household(int number, params IReadOnlyList<MemberSummary> members) =>
        SomeHousehold.Of() with
        {
            Id = HouseholdId.OfFingerprint(number.ToString("x32", CultureInfo.InvariantCulture)),
            PhysicianId = Physician,
            Members = members,
        };

    private protected static MemberSummary Member(int number, DateOnly? due, bool urgent = false, string condition = "I10") =>
        new(
            number,
            "示例",
            "1",
            null,
            [condition],
            null,
            new PlanSummary("active", urgent, due is { } day ? [new DueFollowUp("hypertension", day, 90)] : [], ["generalPractice"], [])
        );
}
