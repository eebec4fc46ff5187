namespace Alleviation.Tests.TestReports;

/// <summary>How much a trend holds, and which reports are refused.</summary>
public sealed class TestReportLimitTests : TestReportStage
{
    [Fact]
    public async Task Trend_HasTheNewestValuesFirst_AndNoMoreThanFifty()
    {
        for (var day = 0; day < 55; day++)
        {
            await SaveAsync(
                201,
                Guid.NewGuid().ToString("N"),
                Report(new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day), ("hba1c", 5m + (day / 100m), null))
            );
        }

        var points = (await CallAsync("TestReports_GetTrend", 200, by: Scene.Physician, path: ("labTest", "hba1c")))
            .Body.GetProperty("points")
            .EnumerateArray()
            .ToList();
        Assert.Equal(
            (50, 5.54m, 5.05m),
            (points.Count, points[0].GetProperty("value").GetDecimal(), points[^1].GetProperty("value").GetDecimal())
        );
        Assert.Equal(20, (await CallAsync("TestReports_List", 200)).Body.GetProperty("items").GetArrayLength());
        await CallAsync("TestReports_GetTrend", 404, path: ("labTest", "mood"));
    }

    [Fact]
    public async Task AllErrors_AreReportedAtOnce_AndOthersLearnNothing()
    {
        var refused = await SaveAsync(
            422,
            First,
            new
            {
                takenAt = "2199-12-31T23:59:59Z",
                source = "hearsay",
                values = new object[]
                {
                    new { code = "mood", value = 1 },
                    new
                    {
                        code = "sodium",
                        value = 140,
                        unit = "mg/dL",
                    },
                    new { code = "sodium", value = 900 },
                    new { code = "tsh" },
                    new
                    {
                        code = "urea",
                        value = 5,
                        low = 8,
                        high = 3,
                    },
                },
            }
        );
        Assert.Equal(
            [
                "takenAt in-the-future",
                "source unknown-value",
                "values[0].code unknown-value",
                "values[1].unit reading-unit",
                "values[2].value reading-impossible",
                "values[3].value required",
                "values[4].low range-reversed",
            ],
            refused
                .Body.GetProperty("errors")
                .EnumerateArray()
                .Select(error => $"{error.GetProperty("field").GetString()} {error.GetProperty("code").GetString()}")
        );
        await SaveAsync(404, First, Report(("hba1c", 6m, null)), Scene.Other);
        await SaveAsync(201, First, Report(("hba1c", 9m, null)));
        await SeeAsync(404, First, Scene.Other);
        await CallAsync("TestReports_List", 404, by: Scene.Other);
        await SeeAsync(403, First, Scene.Worker);
    }
}
