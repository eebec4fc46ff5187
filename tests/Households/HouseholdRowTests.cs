using System.Text;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Tests.Households;

public sealed class HouseholdRowTests
{
    private static readonly FieldSealer Sealer = new(KeyRing.Create());

    [Fact]
    public void Header_HasExpectedColumns() =>
        Assert.Equal(
            [
                "CommitId",
                "ContentFingerprint",
                "ContentVersion",
                "EnrolledAt",
                "EnrolledBy",
                "PhysicianId",
                "Sealed",
                "Source",
                "Stage",
                "Version",
                "VillageCode",
            ],
            HouseholdRow
                .Write(Full(), "commit", Sealer)
                .Keys.Except(["PartitionKey", "RowKey", "Timestamp", "odata.etag"])
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Header_RoundTrips()
    {
        var household = Full();
        var read = HouseholdRow.Read(HouseholdRow.Write(household, "commit", Sealer), Sealer);
        Assert.Equal("commit", read.CommitId);
        Assert.Equal(StoredJson.Write(household), StoredJson.Write(read.Household));
        Assert.Equal(household.ToRelease, read.Household.ToRelease);
    }

    [Fact]
    public void Member_RoundTrips_AndShowsNothing()
    {
        var member = new Member(
            3,
            "张测试",
            "441402196602031239",
            null,
            "1",
            new DateOnly(1966, 2, 3),
            "0",
            "13800000000",
            new Departure(new DateOnly(2026, 1, 2), "moved")
        );
        var row = RowOf(member);
        Assert.Equal("1:member:03", row.RowKey);
        Assert.Equal(member, SealedRow.Read(row, Sealer).Read(Member.StoredAs));
        Assert.DoesNotContain("张测试", string.Concat(row.Select(column => Text(column.Value))), StringComparison.Ordinal);
    }

    [Fact]
    public void RowOfAnotherHousehold_DoesNotOpen()
    {
        var row = RowOf(new Member(1, "张测试", null, "newborn", "1", null, "0", null));
        row.PartitionKey = HouseholdId.OfFingerprint(new string('b', 32)).Value;
        Assert.Throws<SealBrokenException>(() => SealedRow.Read(row, Sealer).Read(Member.StoredAs));
    }

    private static TableEntity RowOf(Member member) =>
        SealedRow.Write(Full().Id, (PutDocument)Member.StoredAs.Of(member.Number).Put(member), Sealer);

    private static string Text(object? value) => value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value?.ToString() ?? "";

    private static Household Full() =>
        new(
            HouseholdId.OfFingerprint(new string('a', 32)),
            7,
            HouseholdStage.Routed,
            "TEST00000001",
            "441402004001",
            "示范路1号",
            "13800000000",
            "general",
            ["illness"],
            "content",
            new DateTimeOffset(2026, 11, 23, 1, 2, 3, TimeSpan.Zero),
            "account"
        )
        {
            Members =
            [
                new MemberSummary(
                    1,
                    "张测试",
                    "1",
                    new DateOnly(1966, 2, 3),
                    ["I10"],
                    "44140200400100001",
                    new PlanSummary(
                        "draft",
                        true,
                        [new DueFollowUp("hypertension", new DateOnly(2026, 12, 1))],
                        ["generalPractice"],
                        ["chronicIllness"]
                    ),
                    new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)
                )
                {
                    Ledgers = [new FollowUpLedger("hypertension", new DateOnly(2026, 11, 1), true, [new LedgerMonth(24322, 2, 1)])],
                },
            ],
            PhysicianId = "P441402004-01",
            FormerPhysicianIds = ["P441402004-02"],
            FormerVillageCodes = ["441402004002"],
            Team = [new TeamMember("cardiology", "P4414-02")],
            Problems = [new HouseholdProblem(HouseholdProblem.IdentityHeld, 2, "aa-00")],
            ToRelease = [new HeldIdentity("441402196602031239", 1)],
            Source = "import:1",
        };
}
