using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.Triage;

namespace Alleviation.Tests.Triage;

/// <summary>What the rules, symptoms and words of seeds/triage have to name.</summary>
public sealed class TriageSeedsTests
{
    private static readonly TriageSeeds Seeds = new(new SeedFolder());

    [Fact]
    public void Seeds_NameOnlyWhatIsKnown_AndEverySymptomHasARule()
    {
        var seeds = new SeedFolder();
        var (lists, readings) = (new CodeLists(seeds), new ReadingKinds(seeds));
        var symptoms = Seeds.Symptoms.Select(symptom => symptom.Code).ToHashSet();
        Assert.Distinct(Seeds.Rules.Select(rule => rule.Code));
        Assert.Distinct(Seeds.Symptoms.Select(symptom => symptom.Code));
        Assert.All(Seeds.Rules, rule => Assert.Subset(symptoms, (rule.Symptoms ?? []).ToHashSet()));
        Assert.All(Seeds.Rules, rule => Assert.True(lists.Contains("discipline", rule.Discipline)));
        Assert.All(
            Seeds.Rules,
            rule =>
                Assert.True(
                    rule.Reading is null
                        ? rule.Symptoms is { Count: > 0 }
                        : readings.Find(rule.Reading) is not null && rule is { Comparison: not null, Value: not null }
                )
        );
        Assert.All(
            symptoms,
            symptom =>
                Assert.Contains(
                    Seeds.Rules,
                    rule => rule is { Reading: null, MinimumAge: null, MaximumAge: null } && rule.Symptoms!.Contains(symptom)
                )
        );
        Assert.Equal(Enum.GetValues<TriageLevel>(), Seeds.Levels.Keys.Order());
        Assert.All(Seeds.UrgentWords.Words, word => Assert.Equal(word.ToLowerInvariant(), word));
    }
}
