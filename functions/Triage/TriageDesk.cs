using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Triage;

/// <summary>
/// What the rules say of symptoms and readings. The texts are those of the day: what was advised stays as it was advised.
/// </summary>
/// <param name="Discipline">Code of list discipline.</param>
/// <param name="Symptoms">Codes, as they were told.</param>
/// <param name="Reasons">The rules that led to the level, in words.</param>
public sealed record TriageResult(
    TriageLevel Level,
    string Discipline,
    IReadOnlyList<string> Symptoms,
    IReadOnlyList<Label> Reasons,
    Label LevelLabel,
    Label Advice
);

/// <summary>
/// Simple triage (分诊): the most pressing rule that holds; nothing that holds is for watching at home. It never names an illness.
/// </summary>
public sealed class TriageDesk(TriageSeeds seeds)
{
    private const string GeneralPractice = "generalPractice";
    private const int MaxReasons = 5;

    public TriageResult Assess(int? age, IReadOnlyList<string> symptoms, IReadOnlyList<Reading> readings)
    {
        var holding = seeds.Rules.Where(rule => rule.Holds(age, symptoms, readings)).ToList();
        var level = holding.Count == 0 ? TriageLevel.AtHome : holding.Min(rule => rule.Level);
        var leading = holding.Where(rule => rule.Level == level).ToList();
        return new TriageResult(
            level,
            leading.FirstOrDefault()?.Discipline ?? GeneralPractice,
            [.. symptoms.Distinct(StringComparer.Ordinal)],
            [.. leading.Take(MaxReasons).Select(rule => rule.Label)],
            seeds.Levels[level].Label,
            seeds.Levels[level].Advice
        );
    }

    /// <summary>Whether a question has to be read today: its readings say so, or its words do.</summary>
    public bool IsUrgent(int? age, string text, IReadOnlyList<Reading> readings) =>
        seeds.UrgentWords.StandIn(text) || Assess(age, [], readings).Level <= TriageLevel.Today;
}
