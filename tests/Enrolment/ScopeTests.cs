using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Enrolment;

/// <summary>What of a household leaves to whom: by searching, by enrolling again, and by the problems of another household.</summary>
public sealed class ScopeTests() : WithScene<TownshipScene>(TownshipScene.StartAsync)
{
    [Fact]
    public async Task Search_FindsAPhysicianTheOwnPanelOnly_WhateverTheRegionOfTheAccount()
    {
        var household = Some.Household();
        var listed = await Scene.Worker.ListedAsync(await Scene.Worker.EnrolsAsync(household));
        var name = listed.GetProperty("members")[0].GetProperty("name").GetString();
        using var responsible = await Scene.App.SignInAsync(Role.Physician, [Some.Township], TownshipScene.PhysicianId);
        using var other = await Scene.App.SignInAsync(Role.Physician, [Some.Township], "P441402004-02");

        foreach (
            object query in new object[]
            {
                new { name, region = Some.Township },
                new { registrationNumber = household["registrationNumber"] },
                new { idNumber = IdOf(household) },
            }
        )
        {
            Assert.Equal(1, (await responsible.PostsAsync("/api/households/search", query)).GetProperty("items").GetArrayLength());
            Assert.Equal(0, (await other.PostsAsync("/api/households/search", query)).GetProperty("items").GetArrayLength());
        }
    }

    [Theory]
    [InlineData("""{"idNumber": "441499196602030017", "name": "示例", "region": "441402004"}""", "one-key")]
    [InlineData("""{"registrationNumber": "EXAMPLE-000001", "name": "示例", "region": "441402004"}""", "one-key")]
    [InlineData("""{"idNumber": "441499196602030017", "registrationNumber": "EXAMPLE-000001"}""", "one-key")]
    [InlineData("""{"name": " ", "region": "441402004"}""", "required")]
    public async Task Search_ByNoneOrSeveralKeys_IsRefused(string query, string code)
    {
        var answer = await Scene.Worker.PostsAsync(
            "/api/households/search",
            JsonDocument.Parse(query).RootElement,
            HttpStatusCode.UnprocessableEntity
        );

        Assert.Equal(code, answer.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task HolderOfAnIdentity_IsNamedToNobodyWhoMayNotSeeIt()
    {
        var holder = Some.Household();
        await Scene.Worker.ListedAsync(await Scene.Worker.EnrolsAsync(holder));
        const string elsewhere = "441402006";
        using var stranger = await Scene.App.HealthWorkerAsync(elsewhere);
        using var both = await Scene.App.HealthWorkerAsync(Some.County);
        var claimant = Some.Household("441402006001");
        ((List<Dictionary<string, object?>>)claimant["members"]!)[0]["idNumber"] = IdOf(holder);

        var location = await stranger.EnrolsAsync(claimant);
        var waiting = await stranger.HasStatusAsync(location, "needsReview");

        Assert.False(Problem(waiting).TryGetProperty("heldBy", out _));
        Assert.True(Problem(await both.GetFromJsonAsync<JsonElement>(location)).TryGetProperty("heldBy", out _));
        using var again = await stranger.PostAsJsonAsync("/api/households", claimant);
        Assert.False(Problem(await again.JsonAsync()).TryGetProperty("heldBy", out _));
    }

    [Fact]
    public async Task SameEnrolmentAgain_AndTheConflictOfAnother_ShowTheHouseholdAsItIs()
    {
        var household = Some.Household();
        var location = await Scene.Worker.EnrolsAsync(household);
        var listed = await Scene.Worker.ListedAsync(location);

        var same = await Scene.Worker.PostsAsync("/api/households", household);
        household["address"] = "另一条路9号";
        var conflict = await Scene.Worker.PostsAsync("/api/households", household, HttpStatusCode.Conflict);

        Assert.Equal(listed.GetRawText(), same.GetRawText());
        Assert.Equal(listed.GetRawText(), conflict.GetProperty("current").GetRawText());
    }

    private static JsonElement Problem(JsonElement household) =>
        Assert.Single(
            household.GetProperty("problems").EnumerateArray(),
            problem => problem.GetProperty("code").GetString() == "identityHeld"
        );

    private static object? IdOf(Dictionary<string, object?> household) =>
        ((List<Dictionary<string, object?>>)household["members"]!)[0]["idNumber"];
}
