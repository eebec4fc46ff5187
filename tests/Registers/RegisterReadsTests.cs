using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Registers;
using Alleviation.Tests.Support;
using Alleviation.Tests.Worklists;

namespace Alleviation.Tests.Registers;

/// <summary>Registers of a thousand households: what a page costs, and that the pages together are the register.</summary>
public sealed class RegisterReadsTests : WorklistStage
{
    private const string OtherTownship = "441402006";

    [Fact]
    public async Task Page_IsOneRead_HoweverManyHouseholdsThereAre_AndMayBeEmptyBeforeTheLast()
    {
        // Only the last has what the register is about.
        await ShowAsync(
            Enumerable
                .Range(1, 1_000)
                .Select(number =>
                    Household(number, Member(1, Today, condition: number == 1_000 ? "E11" : "I10")) with
                    {
                        VillageCode =
                            number <= 700 ? Some.Village
                            : number < 1_000 ? OtherVillage
                            : $"{OtherTownship}001",
                    }
                )
        );
        using var worker = await App.HealthWorkerAsync(Some.Township);
        using var physician = await App.PhysicianAsync(Physician);

        var (ofRegion, readsOfRegion) = await PagesAsync(worker, $"/api/regions/{Some.Township}/registers/hypertension");
        var (ofPanel, readsOfPanel) = await PagesAsync(physician, $"/api/physicians/{Physician}/registers/type2Diabetes");

        Assert.Equal(999, ofRegion.Sum(page => page.Count));
        Assert.Equal(999, ofRegion.SelectMany(page => page).Select(KeyOf).Distinct().Count());
        Assert.All(ofRegion, page => Assert.InRange(page.Count, 1, ListRegisterHandler.PageSize));
        Assert.All(readsOfRegion, reads => Assert.Equal(1, reads));
        // The townships of the panel are asked for once.
        Assert.InRange(readsOfPanel[0], 2, 2);
        Assert.All(readsOfPanel.Skip(1), reads => Assert.Equal(1, reads));
        Assert.Empty(ofPanel[0]);
        Assert.Equal($"{OtherTownship}001", Assert.Single(ofPanel[^1]).GetProperty("villageCode").GetString());

        // Counting them all is a call for a thousand keys, and one for each township of a panel beside the one that names these.
        var (countOfRegion, callsOfRegion) = await CountAsync(worker, $"/api/regions/{Some.Township}/registers");
        Assert.Equal((999, 1), (countOfRegion, callsOfRegion));
        var (countOfPanel, callsOfPanel) = await CountAsync(physician, $"/api/physicians/{Physician}/registers");
        Assert.Equal((999, 3), (countOfPanel, callsOfPanel));
    }

    private async Task<(IReadOnlyList<IReadOnlyList<JsonElement>> Pages, IReadOnlyList<long> Reads)> PagesAsync(
        HttpClient client,
        string address
    )
    {
        var (pages, reads, cursor) = (new List<IReadOnlyList<JsonElement>>(), new List<long>(), (string?)null);
        do
        {
            var asked = cursor is null ? address : $"{address}?cursor={cursor}";
            var (page, least) = await RangeReads.LeastAsync(App, () => client.GetFromJsonAsync<JsonElement>(asked));
            reads.Add(least);
            pages.Add([.. page.GetProperty("items").EnumerateArray()]);
            Assert.True(pages.Count < 20, "The pages do not end.");
            cursor = page.TryGetProperty("cursor", out var next) ? next.GetString() : null;
        } while (cursor is not null);
        return (pages, reads);
    }

    private async Task<(int People, long Reads)> CountAsync(HttpClient client, string address)
    {
        var (answer, reads) = await RangeReads.LeastAsync(App, () => client.GetFromJsonAsync<JsonElement>(address));
        var count = answer.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "hypertension");
        Assert.False(count.GetProperty("isMore").GetBoolean());
        return (count.GetProperty("people").GetInt32(), reads);
    }
}
