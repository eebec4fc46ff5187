namespace Alleviation.Tests.FollowUps;

/// <summary>
/// Every row of the national specification's rules (docs/domain.md §5), at its boundary values and in its units;
/// web/tests/visitCases.test.ts
/// runs the same examples.
/// </summary>
public sealed class VisitCaseTests
{
    /// <summary>By place in the file, form and answers, so that a test that fails names its example.</summary>
    public static TheoryData<int, string, string> Examples
    {
        get
        {
            var examples = new TheoryData<int, string, string>();
            foreach (var (index, visitCase) in VisitCases.All.Items.Index())
            {
                examples.Add(index, visitCase.Form, visitCase.Changes.GetRawText());
            }
            return examples;
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public void AVisit_BringsWhatTheExampleSays(int index, string form, string changes)
    {
        var expected = VisitCases.All.Items[index];

        var (answers, errors) = SomeVisit.Checked(form, changes, [.. expected.Confirmed ?? []]);

        Assert.Equal((expected.Wrong?.Select(pair => $"answers.{pair.Key} {pair.Value}") ?? []).Order(), errors.Order());
        if (expected.Wrong is not null)
        {
            return;
        }
        var result = expected.Decide(answers);
        Assert.Equal(
            (expected.Outcome, expected.InControl, expected.NextDueOn, expected.Urgent!.Count > 0),
            (result.Outcome, result.InControl, result.NextDueOn, result.Urgent)
        );
        Assert.Equal(expected.Actions, result.Actions);
        Assert.Equal(expected.Urgent!.Order(), result.Urgencies.Select(finding => finding.Field).Distinct().Order());
        Assert.All(result.Urgencies, finding => Assert.NotNull(finding.Action));
    }

    [Fact]
    public void EveryDecision_HasAnExample()
    {
        var decided = VisitCases
            .All.Items.Where(item => item.Wrong is null)
            .Select(seedCase =>
            {
                var (answers, _) = SomeVisit.Checked(seedCase.Form, seedCase.Changes.GetRawText(), [.. seedCase.Confirmed ?? []]);
                return (seedCase.Form, seedCase.Decide(answers).Rule);
            })
            .ToHashSet();

        Assert.Empty(SomeVisit.Forms.All.SelectMany(form => form.Rules.Decisions, (form, rule) => (form.Code, rule.Code)).Except(decided));
    }
}
