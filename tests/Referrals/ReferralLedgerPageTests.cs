using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Referrals;

/// <summary>The ledgers of referrals are read page by page, and by nobody else.</summary>
public sealed class ReferralLedgerPageTests : ReferralLedgerStage
{
    [Fact]
    public async Task Others_ReadNothing()
    {
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        using var elsewhere = await Scene.App.HealthWorkerAsync(OtherTownship);
        using var ofVillage = await Scene.App.HealthWorkerAsync("441402004002");
        using var ofThisVillage = await Scene.App.HealthWorkerAsync(Some.Village);
        using var official = await Scene.App.OfficialAsync(Some.City);
        using var stranger = await Scene.App.PhysicianAsync(CareScene.City);
        Assert.Empty(await OfRegionAsync(elsewhere, OtherTownship));
        Assert.Empty(await OfRegionAsync(ofVillage, "441402004002"));
        Assert.Single(await OfRegionAsync(ofThisVillage, Some.Village));
        Assert.Empty(await OfPhysicianAsync(stranger, CareScene.City));
        await TalkAsync("Regions_Referrals", 404, elsewhere, "regionCode", Some.Township);
        await TalkAsync("Regions_Referrals", 404, ofVillage, "regionCode", Some.Township);
        await TalkAsync("Regions_Referrals", 404, Scene.Worker, "regionCode", Some.County);
        await TalkAsync("Regions_Referrals", 403, official, "regionCode", Some.Township);
        await TalkAsync("Physicians_Referrals", 404, stranger, "physicianId", CareScene.Responsible);
        await TalkAsync("Physicians_Referrals", 403, Scene.Worker, "physicianId", CareScene.Responsible);
        await TalkAsync("Regions_Referrals", 422, Scene.Worker, "regionCode", Some.Township, "?direction=sideways&state=lost&from=today");
        await TalkAsync("Regions_Referrals", 400, Scene.Worker, "regionCode", Some.Township, "?cursor=lost");
    }

    [Fact]
    public async Task Pages_AreTheWholeLedger_TheNewestFirst_EachOneRead_AndADayNarrowsIt()
    {
        // Some at the same moment, and some of a day before.
        var days = new List<string>();
        foreach (var number in Enumerable.Range(0, 9))
        {
            if (number is 4)
            {
                Scene.Clock.Advance(TimeSpan.FromDays(1));
            }
            using var worker = await Scene.App.HealthWorkerAsync(Some.Township);
            await worker.PutsAsync(Scene.Of($"referrals/{CareScene.NewId()}"), SomeReferral.Psychiatry);
            days.Add(Scene.Clock.GetUtcNow().AddHours(8).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }
        using var reader = await Scene.App.HealthWorkerAsync(Some.Township);
        var (lines, cursor) = (new List<JsonElement>(), (string?)null);
        do
        {
            var address = $"/api/regions/{Some.Township}/referrals?limit=4{(cursor is null ? "" : $"&cursor={cursor}")}";
            var (page, reads) = await RangeReads.LeastAsync(Scene.App, () => reader.GetFromJsonAsync<JsonElement>(address));
            Assert.Equal(1, reads);
            lines.AddRange(page.GetProperty("items").EnumerateArray());
            Assert.True(lines.Count < 20, "The pages do not end.");
            cursor = page.TryGetProperty("cursor", out var next) ? next.GetString() : null;
        } while (cursor is not null);
        Assert.Equal(9, lines.Select(line => Text(line, "id")).Distinct().Count());
        Assert.Equal(
            lines.Select(line => Text(line, "sentAt")).OrderDescending(StringComparer.Ordinal),
            lines.Select(line => Text(line, "sentAt"))
        );
        Assert.Equal(4, (await OfRegionAsync(reader, query: $"?to={days[0]}")).Count);
        Assert.Equal(5, (await OfRegionAsync(reader, query: $"?from={days[^1]}")).Count);
        Assert.Equal(5, (await OfRegionAsync(reader, query: $"?from={days[^1]}&to={days[^1]}")).Count);
        Assert.Empty(await OfRegionAsync(reader, query: $"?from=2027-12-01"));
    }
}
