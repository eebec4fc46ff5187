using System.Text.Json;
using System.Text.RegularExpressions;
using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;
using Alleviation.Tests.ReferenceData;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

/// <summary>The worked examples of CONTRIBUTING.md: the seeds that it adds are in order and do what it says.</summary>
public sealed partial class ContributingTests : IDisposable
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("CONTRIBUTING.md"));
    private static readonly IReadOnlyList<Example> Examples = [.. ExampleForm().Matches(Text).Select(Example.Of)];
    private static readonly DateOnly Today = new(2026, 11, 23);
    private readonly BrokenSeeds _seeds = new();

    public static TheoryData<string> WhatOthersName => ["visitAction", "goutJoint", "readings", "conditions", "forms/gout"];

    [Fact]
    public void EveryBlockOfJson_IsAnExample() => Assert.Equal(Text.Split("```json").Length - 1, Examples.Count);

    [Fact]
    public void TheExamples_AreInOrderTogether()
    {
        Add(Examples);

        Assert.Empty(_seeds.Faults());
    }

    [Theory]
    [MemberData(nameof(WhatOthersName))]
    public void TheOthers_AreNotInOrderWithoutIt(string example)
    {
        Add(Examples.Where(known => !known.File.EndsWith($"{example}.json", StringComparison.Ordinal)));

        Assert.NotEmpty(_seeds.Faults());
    }

    [Fact]
    public void WhoHasTheCondition_IsTreatedByThePathway()
    {
        Add(Examples);
        var seeds = new SeedFolder(_seeds.Folder);
        var member = new MemberSummary(1, "某人", "1", new DateOnly(1970, 1, 1), ["M10"]);

        var care = CarePlanDraft.For(
            member,
            new HealthRecord(1, "44140200400100001", Today),
            new PathwayCatalogue(seeds, new FollowUpForms(seeds), new ReadingKinds(seeds)).All,
            new ConditionKinds(seeds),
            Today
        )!;

        Assert.Equal(["gout"], care.Plan.Pathways);
        Assert.Equal(("gout", Today.AddDays(14)), Assert.Single(care.Schedule.FollowUps.Select(visit => (visit.Form, visit.NextDueOn))));
    }

    [Theory]
    [InlineData(359, 36.5, "inControl", 90)]
    [InlineData(360, 36.5, "outOfControl", 14)]
    [InlineData(359, 39.1, "urgent", 14)]
    public void AVisitByTheForm_IsJudgedByItsRules(int uricAcid, double temperature, string decision, int days)
    {
        Add(Examples);
        var form = new FollowUpForms(new SeedFolder(_seeds.Folder)).Find("gout")!;
        var answers = new Dictionary<string, JsonElement>
        {
            ["uricAcid"] = JsonSerializer.SerializeToElement(uricAcid),
            ["temperature"] = JsonSerializer.SerializeToElement(temperature),
        };

        var result = FollowUpRules.Of(form, answers, age: 56, inARow: 0, everyDays: null, Today);

        Assert.Equal((decision, Today.AddDays(days)), (result.Rule, result.NextDueOn));
    }

    public void Dispose() => _seeds.Dispose();

    private void Add(IEnumerable<Example> examples)
    {
        foreach (var example in examples)
        {
            if (example.List is { } list)
            {
                _seeds.Set(example.File, list, "+" + example.Json);
            }
            else if (example.Place is { } place)
            {
                _seeds.Set(example.File, place, example.Json);
            }
            else
            {
                Assert.False(File.Exists(_seeds.PathOf(example.File)), $"{example.File} is there already.");
                File.WriteAllText(_seeds.PathOf(example.File), example.Json);
            }
        }
    }

    /// <param name="File">Relative to the seeds.</param>
    /// <param name="List">The list that the JSON is added to.</param>
    /// <param name="Place">The property that the JSON is the value of; without a list and a place it is the whole of a new file.</param>
    private sealed record Example(string File, string? List, string? Place, string Json)
    {
        public static Example Of(Match match) =>
            new(
                match.Groups["file"].Value,
                match.Groups["list"] is { Success: true, Value: var list } ? list : null,
                match.Groups["place"] is { Success: true, Value: var place } ? place : null,
                match.Groups["json"].Value
            );
    }

    [GeneratedRegex(
        @"^(?:New file|Add to `(?<list>\w+)` of|Set `(?<place>[\w.]+)` of) `seeds/(?<file>[\w./-]+)`:\n\n```json\n(?<json>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex ExampleForm();
}
