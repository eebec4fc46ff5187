using Alleviation.Tests.Support;
using Alleviation.Tests.Transfers;

namespace Alleviation.Tests.Contracts;

/// <summary>A contract holds for a year, and the figures say who has none.</summary>
public sealed class ContractYearTests : ContractStage
{
    [Fact]
    public async Task EachYear_IsSignedAnew_AndFiguresNameWhoLacksIt()
    {
        Assert.Equal((1, 0, 1), await FigureAsync("?signed=false"));
        await CallAsync("Contracts_Sign", 201, Basic);
        Assert.Equal((1, 1, 0), await FigureAsync("?signed=false"));
        Assert.Equal((1, 0, 1), await FigureAsync("?year=2027&signed=false"));
        await CallAsync(
            "Contracts_Sign",
            201,
            new
            {
                package = "basic",
                signedOn = "2026-11-22",
                method = "electronic",
                signedBy = 1,
            },
            year: "2027"
        );
        Assert.Equal((1, 1, 1), await FigureAsync("?year=2027"));
        Assert.Equal((1, 1, 1), await FigureAsync("?year=2026&signed=true"));
        Assert.Equal(
            [2027, 2026],
            (await CallAsync("Contracts_List", 200))
                .Body.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("year").GetInt32())
        );
        await CallAsync("Contracts_Sign", 404, Basic, year: "2028");
    }

    /// <summary>The same of the panel and of the village.</summary>
    private async Task<(int Households, int Signed, int Listed)> FigureAsync(string query)
    {
        var ofPanel = await Scene.CallAsync(
            "Physicians_Contracts",
            200,
            by: Scene.Physician,
            query: query,
            path: ("physicianId", PanelScene.Responsible)
        );
        var ofVillage = await Scene.CallAsync("Regions_Contracts", 200, query: query, path: ("regionCode", Some.Village));
        Assert.Equal(ofPanel.Body.GetRawText(), ofVillage.Body.GetRawText());
        return (
            ofPanel.Body.GetProperty("households").GetInt32(),
            ofPanel.Body.GetProperty("signed").GetInt32(),
            ofPanel.Body.GetProperty("items").GetArrayLength()
        );
    }
}
