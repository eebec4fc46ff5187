using System.Text.Json;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Tests.Imports.Files;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

/// <summary>The denominator of enrolment counts each household once, where it belongs.</summary>
public sealed class RegistryTests() : WithScene<ImportsApp>(ImportsApp.StartAsync)
{
    private const string OtherVillage = "441402004002";

    [Fact]
    public async Task CorrectedVillage_MovesTheHousehold()
    {
        await RegisterAsync(("MZ-000001", SomeList.Village), ("MZ-000002", SomeList.Village));
        await RegisterAsync(("MZ-000001", OtherVillage));
        await RegisterAsync(("MZ-000001", OtherVillage));

        Assert.Equal([SomeList.Village, OtherVillage], (await Scene.RowsAsync("Registry")).Select(row => row.PartitionKey).Order());
    }

    [Fact]
    public async Task HouseholdThatMoves_TakesItsPlaceAlong_AndOneThatIsNotNamedGetsNone()
    {
        await RegisterAsync(("MZ-000001", SomeList.Village));
        var registry = Scene.Service<RegistryTable>();
        Assert.True(HouseholdId.TryParse(Assert.Single(await Scene.RowsAsync("Registry")).RowKey, out var household));

        await registry.MoveAsync(household, OtherVillage, SomeList.Village, CancellationToken.None);
        Assert.Equal(SomeList.Village, Assert.Single(await Scene.RowsAsync("Registry")).PartitionKey);
        await registry.MoveAsync(household, SomeList.Village, OtherVillage, CancellationToken.None);
        Assert.Equal(OtherVillage, Assert.Single(await Scene.RowsAsync("Registry")).PartitionKey);
    }

    [Fact]
    public async Task WrongNumber_LeavesTheRegistry_WhenItsLineIsMended()
    {
        string[] lines =
        [
            .. SomeList
                .Household(1)
                .Select(line =>
                    line.Replace(SomeList.NumberOf(1), "MZ-999999", StringComparison.Ordinal)
                        .Replace("低保户", "富裕户", StringComparison.Ordinal)
                ),
        ];
        var id = (await Scene.ImportAsync(SomeList.Of(lines))).GetProperty("id").GetString();
        Assert.Single(await Scene.RowsAsync("Registry"));

        var mended = await Scene.SendAsync(SomeList.Households(1), query: $"?mends={id}");
        await Scene.WorkAsync();

        Assert.Equal(202, mended.Status);
        Assert.Equal(
            Assert.Single(await Scene.RowsAsync("Households"), row => row.RowKey == "1:household").PartitionKey,
            Assert.Single(await Scene.RowsAsync("Registry")).RowKey
        );
    }

    /// <summary>A line may bear the number of somebody else's household by mistake: that one stays where it counts.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WrongNumberThatIsAnothersOwn_StaysInTheRegistry(bool isEnrolled)
    {
        const int Other = 2;
        if (isEnrolled)
        {
            await Scene.ImportAsync(SomeList.Of([.. SomeList.Household(Other)]));
        }
        else
        {
            await RegistersElsewhereAsync(SomeList.NumberOf(Other));
        }
        var before = Assert.Single(await Scene.RowsAsync("Registry"));
        // Refused for its village, so that the line itself enters nothing.
        string[] lines =
        [
            .. SomeList
                .Household(1)
                .Select(line =>
                    line.Replace(SomeList.NumberOf(1), SomeList.NumberOf(Other), StringComparison.Ordinal)
                        .Replace(SomeList.Village, "441402999999", StringComparison.Ordinal)
                ),
        ];
        var id = (await Scene.ImportAsync(SomeList.Of(lines))).GetProperty("id").GetString();

        await Scene.SendAsync(SomeList.Households(1), query: $"?mends={id}");
        await Scene.WorkAsync();

        Assert.Contains(await Scene.RowsAsync("Registry"), row => (row.PartitionKey, row.RowKey) == (before.PartitionKey, before.RowKey));
    }

    private async Task RegistersElsewhereAsync(string number)
    {
        await RegisterAsync((number, SomeList.Village));
        Assert.True(HouseholdId.TryParse(Assert.Single(await Scene.RowsAsync("Registry")).RowKey, out var household));
        await Scene.Service<RegistryTable>().MoveAsync(household, SomeList.Village, "445102001001", CancellationToken.None);
    }

    private Task<JsonElement> RegisterAsync(params (string Number, string Village)[] lines) =>
        Scene.ImportAsync(
            Sheets.Csv(["户编号,村代码", .. lines.Select(line => $"{line.Number},{line.Village}")]),
            query: "?purpose=registry"
        );
}
