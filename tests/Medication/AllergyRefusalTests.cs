using System.Net;
using System.Net.Http.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

/// <summary>An allergy that nobody takes: from whom it is, what it says, and when it is said to have been found.</summary>
public sealed class AllergyRefusalTests : AllergyStage
{
    [Theory]
    [InlineData(10, 0, true)]
    [InlineData(11, 0, false)]
    [InlineData(0, -400, true)]
    [InlineData(-1, -400, false)]
    public async Task Moment_IsNoneThatNoPhoneCouldMean(int minutes, int days, bool isTaken)
    {
        var at = Scene.App.Clock.GetUtcNow().AddMinutes(minutes).AddDays(days);
        using var answer = await Scene.Worker.PutAsJsonAsync(Address, new { drugAllergies = new[] { "2" }, at });
        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    /// <summary>Another county's health worker, and whoever has no part in care.</summary>
    [Fact]
    public async Task OtherRegionsAndOtherRoles_RecordNothing()
    {
        using var elsewhere = await Scene.App.HealthWorkerAsync("441421001");
        using var official = await Scene.App.OfficialAsync(Some.City);
        foreach (var (client, status) in new[] { (elsewhere, HttpStatusCode.NotFound), (official, HttpStatusCode.Forbidden) })
        {
            using var refused = await client.PutAsJsonAsync(Address, new { drugAllergies = new[] { "2" } });
            Assert.Equal(status, refused.StatusCode);
        }
    }

    [Theory]
    [InlineData("""{}""", "drugAllergies")]
    [InlineData("""{"drugAllergies":["77"]}""", "drugAllergies[0]")]
    [InlineData("""{"drugAllergies":["1","2"]}""", "drugAllergies")]
    [InlineData("""{"drugAllergies":["1"],"drugAllergyOther":"头孢"}""", "drugAllergyOther")]
    public async Task WhatIsUnclear_IsRefused(string body, string field)
    {
        using var answer = await Scene.Worker.PutAsync(Address, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoDoesNotCareForThem_FindsNobody()
    {
        using var stranger = await Scene.App.PhysicianAsync(CareScene.Internet);
        using var refused = await stranger.PutAsJsonAsync(Address, new { drugAllergies = new[] { "2" } });
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }
}
