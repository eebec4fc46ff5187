using System.Net;
using System.Net.Http.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.FollowUps;

/// <summary>What a visit finds to be urgent stays so until another visit finds it gone.</summary>
public sealed class UrgentVisitTests() : WithScene<VisitApp>(() => VisitApp.StartAsync())
{
    [Fact]
    public async Task UrgentVisit_StandsFirstOnTheList_UntilAVisitFindsItGone()
    {
        var urgent = await Scene.SavesAsync("""{"systolic":185,"dangerSigns":["vision"]}""");
        Assert.True(urgent.GetProperty("urgent").GetBoolean());
        Assert.Equal(2, urgent.GetProperty("atOnce").GetArrayLength());
        Assert.Equal("urgent", (await Scene.LineAsync()).GetProperty("urgency").GetString());
        Assert.Equal(2, (await Scene.ScheduleAsync()).Urgencies.Count);
        Scene.Clock.Advance(TimeSpan.FromHours(2));
        await Scene.SavesAsync("""{"systolic":185}""");
        Assert.Equal("systolic", Assert.Single((await Scene.ScheduleAsync()).Urgencies).Reading);
        Scene.Clock.Advance(TimeSpan.FromHours(2));
        var calm = await Scene.SavesAsync();
        Assert.Equal("due", calm.GetProperty("line").GetProperty("urgency").GetString());
        Assert.Equal("due", (await Scene.LineAsync()).GetProperty("urgency").GetString());
        Assert.Empty((await Scene.ScheduleAsync()).Urgencies);
    }

    [Fact]
    public async Task DangerSign_OutlastsACorrectionOfTheEnrolment()
    {
        await Scene.SavesAsync("""{"dangerSigns":["headache"]}""");
        var location = new Uri($"/api/households/{Scene.Household}", UriKind.Relative);
        var form = await Scene.Worker.GetFromJsonAsync<Dictionary<string, object?>>($"{location}/enrolment");
        form!["address"] = "示范路2号";
        using (var corrected = await Scene.Worker.CorrectsAsync(location, form, (await Scene.HouseholdAsync()).Version))
        {
            Assert.Equal(HttpStatusCode.Accepted, corrected.StatusCode);
        }
        await Scene.Worker.ListedAsync(location);
        Assert.Equal("hypertension", Assert.Single((await Scene.ScheduleAsync()).Urgencies).Form);
        Assert.NotEmpty((await Scene.SummaryAsync()).Ledgers);
    }

    [Fact]
    public async Task UrgentVisitOfSomebodyWithoutAPlan_IsATaskOfThePhysician_UntilTheNext()
    {
        using (var urgent = await Scene.VisitsAsync("general", """{"dangerSigns":["chestTightness"]}""", member: 3))
        {
            Assert.Equal(HttpStatusCode.Created, urgent.StatusCode);
        }
        Assert.Equal("urgent", (await Scene.LineAsync(3)).GetProperty("urgency").GetString());
        Scene.Clock.Advance(TimeSpan.FromHours(1));
        using (await Scene.VisitsAsync("general", member: 3)) { }

        Assert.DoesNotContain((await Scene.HouseholdAsync()).Tasks, task => task.Member == 3);
    }
}
