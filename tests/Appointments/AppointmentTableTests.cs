using Alleviation.Functions.Appointments;
using Alleviation.Functions.Households;
using Alleviation.Tests.Support;
using Azure.Data.Tables;

namespace Alleviation.Tests.Appointments;

public sealed class AppointmentTableTests() : WithScene<AppUnderTest>(() => AppUnderTest.StartAsync())
{
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 1, 30, 0, TimeSpan.Zero);

    /// <summary>What is stored is a contract; and nobody's name is to be read there.</summary>
    [Fact]
    public async Task Claim_IsStoredAsAgreed_AndReadAsItWas()
    {
        Assert.True(HouseholdId.TryParse($"00-{new string('0', 30)}", out var household));
        Assert.True(PhysicianId.TryParse("P441402-01", out var physician));
        var claim = new SlotClaim(physician.Value, Start, 15, "203", "ab", household, 2, Start.AddDays(-1), "欧阳慎独");
        var table = Scene.Get<AppointmentTable>();

        Assert.True(await table.TryClaimAsync(claim, CancellationToken.None));
        Assert.False(await table.TryClaimAsync(claim with { AppointmentId = "cd" }, CancellationToken.None));

        TableEntity row = await Scene
            .Get<TableServiceClient>()
            .GetTableClient("Appointments")
            .GetEntityAsync<TableEntity>("P441402-01", "20261201T0130Z");
        Assert.Equal(
            [
                "AppointmentId",
                "ClaimedAt",
                "HouseholdId",
                "Member",
                "Minutes",
                "PartitionKey",
                "Place",
                "RowKey",
                "Sealed",
                "Timestamp",
                "odata.etag",
            ],
            row.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal(claim, Assert.Single(await table.ListAsync(physician, Start, Start.AddMinutes(1), CancellationToken.None)));
        Assert.Empty(await table.ListAsync(physician, Start.AddMinutes(1), Start.AddDays(60), CancellationToken.None));
    }
}
