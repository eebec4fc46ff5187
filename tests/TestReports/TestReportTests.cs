using Alleviation.Tests.Support;
using Alleviation.Tests.Transfers;

namespace Alleviation.Tests.TestReports;

/// <summary>Test reports by the doors, seen by whoever took them over and by the physician.</summary>
public sealed class TestReportTests() : WithScene<PanelScene>(() => PanelScene.StartAsync())
{
    private const string First = "2f8fad5bd9cb469fa16570867728950e";
    private const string Second = "3f8fad5bd9cb469fa16570867728950e";

    [Fact]
    public async Task OutOfRange_WaitsForThePhysician_UntilItIsSeen()
    {
        // The member is a man of 60: creatinine 57 to 111 µmol/L; 2.0 mg/dL are 177.
        var saved = await SaveAsync(
            201,
            First,
            Report(("creatinine", 2.0m, "mg/dL"), ("fastingGlucose", 6.1m, null), ("ldl", 3.41m, null))
        );
        Assert.Equal(["creatinine 177 high", "fastingGlucose 6.1 normal", "ldl 3.41 high"], Values(saved));
        await SaveAsync(200, First, Report(("creatinine", 2.0m, "mg/dL"), ("fastingGlucose", 6.1m, null), ("ldl", 3.41m, null)));
        await SaveAsync(409, First, Report(("creatinine", 2.1m, "mg/dL")));
        await SaveAsync(201, Second, Report(("potassium", 6.2m, null)));

        var task = Assert.Single(await Scene.TasksAsync(Scene.Physician, PanelScene.Responsible, "testReport"));
        Assert.Equal((1, true), (task.GetProperty("member").GetInt32(), task.GetProperty("urgent").GetBoolean()));
        await SeeAsync(204, Second);
        Assert.False(
            Assert.Single(await Scene.TasksAsync(Scene.Physician, PanelScene.Responsible, "testReport")).GetProperty("urgent").GetBoolean()
        );
        await SeeAsync(204, First);
        await SeeAsync(204, First);

        Assert.Empty(await Scene.TasksAsync(Scene.Physician, PanelScene.Responsible, "testReport"));
        var seen = (await CallAsync("TestReports_List", 200))
            .Body.GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("seenBy").GetString());
        Assert.Equal([PanelScene.Responsible, PanelScene.Responsible], seen);
    }

    [Fact]
    public async Task InRange_WaitsForNobody_AndIsInTheRecordAndItsSummary()
    {
        await SaveAsync(201, First, Report(("fastingGlucose", 5.5m, null), ("hba1c", 5.6m, "%")));

        Assert.Empty(await Scene.TasksAsync(Scene.Physician, PanelScene.Responsible, "testReport"));
        var household = await Scene.HeaderAsync();
        var number = household.Members[0].RecordNumber!;
        var record = await Scene.CallAsync("Records_Get", 200, path: ("recordNumber", number));
        Assert.Equal(
            "fastingGlucose",
            Assert.Single(record.Body.GetProperty("latestReadings").EnumerateArray()).GetProperty("code").GetString()
        );
        var entry = (await Scene.CallAsync("Records_ListEntries", 200, path: ("recordNumber", number)))
            .Body.GetProperty("items")
            .EnumerateArray()
            .Single(one => one.GetProperty("kind").GetString() == "testReport");
        Assert.Equal(2, entry.GetProperty("facts").GetProperty("values").GetArrayLength());
    }

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
    public async Task TheLaboratorysOwnRange_IsTheOneThatCounts()
    {
        var value = new
        {
            code = "potassium",
            value = 5.2m,
            low = 3.5m,
            high = 5.1m,
        };
        var saved = await SaveAsync(
            201,
            First,
            new
            {
                takenAt = "2026-11-20T08:00:00+08:00",
                source = "file",
                values = new[] { value },
            }
        );
        Assert.Equal(["potassium 5.2 high"], Values(saved));
    }

    [Fact]
    public async Task WhatIsWrong_IsSaidAtOnce_AndOthersAreToldNothing()
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

    private static object Report(params (string Code, decimal Value, string? Unit)[] values) =>
        Report(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), values);

    private static object Report(DateTimeOffset takenAt, params (string Code, decimal Value, string? Unit)[] values) =>
        new
        {
            takenAt,
            source = "report",
            laboratory = "示范医院",
            values = values.Select(value => new
            {
                code = value.Code,
                value = value.Value,
                unit = value.Unit,
            }),
        };

    private static IEnumerable<string> Values(Contract.Answer answer) =>
        answer
            .Body.GetProperty("values")
            .EnumerateArray()
            .Select(value =>
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{value.GetProperty("code").GetString()} {value.GetProperty("value").GetDecimal()} "
                        + $"{value.GetProperty("flag").GetString()}"
                )
            );

    private Task<Contract.Answer> SaveAsync(int status, string id, object body, HttpClient? by = null) =>
        CallAsync("TestReports_Save", status, body, by, ("reportId", id));

    private Task<Contract.Answer> SeeAsync(int status, string id, HttpClient? by = null) =>
        CallAsync("TestReports_Acknowledge", status, null, by ?? Scene.Physician, ("reportId", id));

    private Task<Contract.Answer> CallAsync(
        string operation,
        int status,
        object? body = null,
        HttpClient? by = null,
        params (string Name, string Value)[] path
    ) => Scene.CallAsync(operation, status, body, by, path: [.. path, ("member", "1")]);
}
