namespace Alleviation.Functions.Worklists;

/// <param name="Households">On the panel, or in the region.</param>
/// <param name="Urgent">Lines, over the whole list, whatever it is filtered by.</param>
public sealed record Worklist(int Households, int Urgent, int Overdue, IReadOnlyList<WorklistLine> Items)
{
    /// <summary>
    /// Sorted: urgent first, then overdue by days, then by due date. A household without anything to do stands for itself.
    /// </summary>
    internal static Worklist Of(IEnumerable<WorklistItem> items, WorklistFilter filter, DateOnly today)
    {
        var (households, lines) = (0, new List<WorklistLine>());
        foreach (var household in items.GroupBy(item => item.Household))
        {
            if (household.Any(item => item is { Member: 0, IsOnPanel: true }))
            {
                households++;
            }
            var isAlone = household.Count() == 1;
            lines.AddRange(
                household.Where(item => item.Member > 0 || item.Tasks.Count > 0 || isAlone).Select(item => WorklistLine.Of(item, today))
            );
        }

        return new Worklist(
            households,
            lines.Count(line => line.Urgency is WorklistUrgency.Urgent),
            lines.Count(line => line.OverdueDays > 0),
            [
                .. lines
                    .Where(filter.Passes)
                    .OrderBy(line => line.Urgency)
                    .ThenBy(line => line.DueOn)
                    .ThenBy(line => line.HouseholdId, StringComparer.Ordinal)
                    .ThenBy(line => line.Member),
            ]
        );
    }
}

/// <summary>What a list is narrowed to; null for everything.</summary>
/// <param name="Kinds">Codes of list taskKind, any of them; <c>followUp</c> for visits.</param>
/// <param name="Condition">ICD-10 code.</param>
/// <param name="Village">Village code.</param>
/// <param name="DueBy">Urgent, or due on this day or before.</param>
public sealed record WorklistFilter(
    IReadOnlyList<string>? Kinds = null,
    string? Condition = null,
    string? Village = null,
    DateOnly? DueBy = null
)
{
    public const string FollowUpKind = "followUp";

    internal bool Passes(WorklistLine line) =>
        (
            Kinds is null
            || Kinds.Any(kind => (kind == FollowUpKind && line.FollowUps.Count > 0) || line.Tasks.Any(task => task.Kind == kind))
        )
        && (Condition is null || line.Conditions.Contains(Condition, StringComparer.Ordinal))
        && (Village is null || line.VillageCode == Village)
        && (DueBy is null || line.DueOn <= DueBy || line.Urgency is WorklistUrgency.Urgent);
}
