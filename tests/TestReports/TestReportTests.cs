using Alleviation.Tests.Transfers;

namespace Alleviation.Tests.TestReports;

/// <summary>Test reports by the endpoints, seen by whoever took them over and by the physician.</summary>
public sealed class TestReportTests : TestReportStage
{
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
            .Single(item => item.GetProperty("kind").GetString() == "testReport");
        Assert.Equal(2, entry.GetProperty("facts").GetProperty("values").GetArrayLength());
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
}
