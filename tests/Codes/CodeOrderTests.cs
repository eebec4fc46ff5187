using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.ReferenceData;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Codes;

/// <summary>People look for a code where its file has it: 1 before 10, the common drugs first.</summary>
public sealed class CodeOrderTests
{
    [Fact]
    public async Task EveryList_IsAnsweredInTheOrderOfItsFile()
    {
        var seeds = new SeedFolder();
        await using var app = await AppUnderTest.StartAsync();
        using var worker = await app.HealthWorkerAsync(Some.Township);

        var answered = await worker.GetFromJsonAsync<JsonElement>("/api/codes");
        var tests = await worker.GetFromJsonAsync<JsonElement>("/api/lab-tests");
        var regions = await worker.GetFromJsonAsync<JsonElement>($"/api/regions/{Some.Township}");

        foreach (var list in seeds.FilesOf("codes"))
        {
            Assert.Equal(CodesIn(seeds, list), CodesOf(answered.GetProperty("lists").GetProperty(list)));
        }

        Assert.Equal(
            seeds.ReadAll<JsonElement>("forms").Select(form => form.GetProperty("label").GetProperty("en").GetString()),
            answered.GetProperty("lists").GetProperty("form").EnumerateArray().Select(form => form.GetProperty("en").GetString())
        );
        Assert.Equal(
            seeds.ReadAll<JsonElement>("pathways").Select(pathway => pathway.GetProperty("code").GetString()),
            CodesOf(answered.GetProperty("lists").GetProperty("pathway"))
        );
        Assert.Equal(CodesIn(seeds, "readings"), CodesOf(answered.GetProperty("readings")));
        Assert.Equal(CodesIn(seeds, "labTests"), CodesOf(tests.GetProperty("items")));
        var inFile = seeds
            .LinesOf("regions/meizhou-regions.csv")
            .Select(line => line.Split(',')[0])
            .Where(code => code.StartsWith(Some.Township, StringComparison.Ordinal));
        Assert.Equal(inFile, CodesOf(regions.GetProperty("items")));
    }

    /// <summary>Forms offer nothing beside "none": the lists say which code that is.</summary>
    [Fact]
    public async Task ACodeForNone_IsToldAsSuch()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var worker = await app.HealthWorkerAsync(Some.Township);

        var lists = (await worker.GetFromJsonAsync<JsonElement>("/api/codes")).GetProperty("lists");

        var exclusive = lists
            .EnumerateObject()
            .SelectMany(
                list => list.Value.EnumerateArray().Where(item => item.TryGetProperty("exclusive", out _)),
                (list, item) => $"{list.Name} {item.GetProperty("code")}"
            );
        Assert.Equal(
            ["disability 1", "drugAllergy 1", "exposure 1", "familyHistory 1", "pastIllness 1"],
            exclusive.Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string?> CodesIn(SeedFolder seeds, string list) =>
        seeds.ItemsOf<JsonElement>(list).Select(item => item.GetProperty("code").GetString());

    private static IEnumerable<string?> CodesOf(JsonElement items) =>
        items.EnumerateArray().Select(item => item.GetProperty("code").GetString());
}
