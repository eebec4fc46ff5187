using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Reliability;

/// <summary>Who sees a household and what belongs to it: decided on the data, and "not yours" looks like "not there".</summary>
public sealed class ScopeTests(SharedScene<ScopeTests.ScopeScene> shared) : IClassFixture<SharedScene<ScopeTests.ScopeScene>>
{
    private const string OtherPhysician = "P441403100-01";
    private readonly AppUnderTest _app = shared.Scene.Township.App;
    private readonly Uri _location = shared.Scene.Location;
    private readonly string _recordNumber = shared.Scene.RecordNumber;

    [Fact]
    public async Task HealthWorkerOfAnotherTownship_FindsNothing()
    {
        using var worker = await _app.HealthWorkerAsync("441403100");
        await AllAnswerAsync(worker, HttpStatusCode.NotFound);
        using var form = await worker.GetAsync($"{_location}/enrolment");
        Assert.Equal(HttpStatusCode.NotFound, form.StatusCode);
        using var correction = await worker.CorrectsAsync(_location, Some.Household("441403100001"), version: 3);
        Assert.Equal(HttpStatusCode.NotFound, correction.StatusCode);
    }

    [Fact]
    public async Task NotYours_LooksLikeNotThere()
    {
        using var worker = await _app.HealthWorkerAsync("441403100");
        var notYours = await worker.GetAsync(_location);
        var notThere = await worker.GetAsync("/api/households/00-000000000000000000000000000000");

        Assert.Equal(Told(await notThere.JsonAsync()), Told(await notYours.JsonAsync()));
    }

    [Fact]
    public async Task ResponsiblePhysician_SeesTheHousehold_AnotherDoesNot()
    {
        using var physician = await _app.PhysicianAsync(TownshipScene.PhysicianId);
        await AllAnswerAsync(physician, HttpStatusCode.OK);
        using var other = await _app.PhysicianAsync(OtherPhysician);
        await AllAnswerAsync(other, HttpStatusCode.NotFound);
        using var worklist = await other.GetAsync($"/api/physicians/{TownshipScene.PhysicianId}/worklist");
        Assert.Equal(HttpStatusCode.NotFound, worklist.StatusCode);
    }

    [Fact]
    public async Task Official_OpensANamedCaseWithAReasonOnly_AndIsAudited()
    {
        using var official = await _app.OfficialAsync(Some.County);
        await AllAnswerAsync(official, HttpStatusCode.Forbidden);

        official.DefaultRequestHeaders.Add("X-Access-Reason", "complaint 17");
        await AllAnswerAsync(official, HttpStatusCode.OK);

        using var auditor = await _app.AuditorAsync();
        var id = (await official.GetFromJsonAsync<JsonElement>(_location)).GetProperty("id").GetString();
        var day = _app.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var rows = (await auditor.GetFromJsonAsync<JsonElement>($"/api/audit?day={day}&subject={id}"))
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        Assert.Contains(
            rows,
            row =>
                row.GetProperty("action").GetString() == "household.read"
                && row.GetProperty("status").GetInt32() == 200
                && row.TryGetProperty("reason", out var reason)
                && reason.GetString() == "complaint 17"
        );
        Assert.Contains(rows, row => row.GetProperty("status").GetInt32() == 403 && row.GetProperty("role").GetString() == "official");
    }

    [Fact]
    public async Task OfficialOfAnotherCounty_FindsNothing_WithAReasonEither()
    {
        using var official = await _app.OfficialAsync("441403");
        official.DefaultRequestHeaders.Add("X-Access-Reason", "complaint 17");
        await AllAnswerAsync(official, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Auditor)]
    public async Task WhoRunsTheService_SeesNoHousehold(Role role)
    {
        using var caller = await _app.SignInAsync(role, role is Role.Operator ? [Some.City] : []);
        await AllAnswerAsync(caller, HttpStatusCode.Forbidden);
    }

    private static (string?, string?) Told(JsonElement problem) =>
        (problem.GetProperty("code").GetString(), problem.GetProperty("title").GetString());

    private async Task AllAnswerAsync(HttpClient caller, HttpStatusCode status)
    {
        foreach (
            var path in new[]
            {
                _location.ToString(),
                $"/api/records/{_recordNumber}",
                $"/api/records/{_recordNumber}/entries",
                $"{_location}/members/1/care-plan",
            }
        )
        {
            using var answer = await caller.GetAsync(path);
            Assert.True(answer.StatusCode == status, $"{path}: {answer.StatusCode}");
        }
    }

    /// <summary>One household and its service for all, as every test only looks.</summary>
    public sealed record ScopeScene(TownshipScene Township, Uri Location, string RecordNumber) : IScene<ScopeScene>
    {
        public static Task<ScopeScene> StartAsync() =>
            TownshipScene
                .StartAsync()
                .ThenAsync(async township =>
                {
                    await township.App.HasPhysicianAsync(OtherPhysician, "441403100");
                    var location = await township.Worker.EnrolsAsync(Some.Household());
                    return new ScopeScene(township, location, (await township.Worker.ListedAsync(location)).RecordNumbers()[0]!);
                });

        public ValueTask DisposeAsync() => Township.DisposeAsync();
    }
}
