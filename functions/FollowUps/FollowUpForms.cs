using System.Collections.Frozen;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.FollowUps;

/// <summary>The forms of seeds/forms.</summary>
public sealed class FollowUpForms
{
    private readonly FrozenDictionary<string, FollowUpForm> _forms;

    public FollowUpForms(SeedFolder seeds)
    {
        All = seeds.ReadAll<FollowUpForm>("forms");
        _forms = All.ToFrozenDictionary(form => form.Code, StringComparer.Ordinal);
    }

    public IReadOnlyList<FollowUpForm> All { get; }

    public FollowUpForm? Find(string code) => _forms.GetValueOrDefault(code);
}
