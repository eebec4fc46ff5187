using System.Collections.Frozen;

namespace Alleviation.Functions.ReferenceData.Forms;

/// <summary>
/// The forms of seeds/forms, and within how many days an urgent visit by any of them is followed up: seeds/rules/urgency.json.
/// </summary>
public sealed class FollowUpForms
{
    private readonly FrozenDictionary<string, FollowUpForm> _forms;

    public FollowUpForms(SeedFolder seeds)
    {
        var withinDays = seeds.Read<UrgencyFile>("rules", "urgency").WithinDays;
        All = [.. seeds.ReadAll<FollowUpForm>("forms").Select(form => form with { Rules = form.Rules.UrgentWithin(withinDays) })];
        _forms = All.ToFrozenDictionary(form => form.Code, StringComparer.Ordinal);
    }

    /// <summary>In the order of their files' names.</summary>
    public IReadOnlyList<FollowUpForm> All { get; }

    public FollowUpForm? Find(string code) => _forms.GetValueOrDefault(code);

    private sealed record UrgencyFile(int WithinDays);
}
