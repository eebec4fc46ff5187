using System.Text.Json.Serialization;

namespace Alleviation.Tests.Seeds;

/// <summary>The schema of seeds/pathways, field by field.</summary>
internal sealed record PathwayFile(
    string Code,
    Label Label,
    string Source,
    PathwayScope AppliesTo,
    string? Batch,
    IReadOnlyList<string> Disciplines,
    IReadOnlyList<PathwayGoal> Goals,
    IReadOnlyList<PathwayActivity> Activities,
    PathwayFollowUp FollowUp,
    IReadOnlyList<PathwayUrgency> Urgent,
    IReadOnlyList<PathwayControl> Control)
{
    public IEnumerable<string> Readings => Goals.Select(goal => goal.Reading).Concat(Urgent.Select(one => one.Reading)).Concat(Control.Select(one => one.Reading));

    public IEnumerable<string> Comparisons =>
        Goals.Select(goal => goal.Comparison).Concat(Urgent.Select(one => one.Comparison)).Concat(Control.Select(one => one.Comparison));

    public IEnumerable<Label> Labels =>
        [Label, .. Goals.Select(goal => goal.Label), .. Activities.SelectMany(one => new[] { one.Label, one.Instructions }), .. Urgent.Select(one => one.Action)];
}

internal sealed record Label([property: JsonPropertyName("zh-CN")] string Chinese, [property: JsonPropertyName("en")] string English);

internal sealed record PathwayScope(IReadOnlyList<string> Conditions, int? MinimumAge, bool Otherwise);

internal sealed record PathwayGoal(
    string Code, string Reading, string Comparison, decimal Target, string Unit, int WithinDays, Label Label,
    IReadOnlyList<GoalVariant> Variants, string? SourceNote = null);

internal sealed record GoalVariant(int MinimumAge, decimal Target);

internal sealed record PathwayActivity(
    string Code, string Kind, string Discipline, int EveryDays, Label Label, Label Instructions, string? SourceNote = null);

internal sealed record PathwayFollowUp(string Form, int EveryDays, int FirstWithinDays, int VisitsPerYear, string? From = null, int? ForDays = null, string? SourceNote = null);

internal sealed record PathwayUrgency(string Reading, string Comparison, decimal Value, string Unit, Label Action, string? SourceNote = null);

internal sealed record PathwayControl(string Reading, string Comparison, decimal Value, IReadOnlyList<ControlVariant> Variants, string? SourceNote = null);

internal sealed record ControlVariant(int MinimumAge, decimal Value);
