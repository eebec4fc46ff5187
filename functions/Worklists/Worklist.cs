namespace Alleviation.Functions.Worklists;

/// <summary>A page of a list: urgent first, then by due day; a household without anything to do has a line of its own, last.</summary>
/// <param name="Urgent">
/// Lines, over the whole list, whatever it is filtered by; <see cref="MaxCounted"/> for so many or more. Null on the pages after the first.
/// </param>
/// <param name="Overdue">Likewise those whose day has passed and which are not urgent.</param>
/// <param name="Last">The last line's key, after which the next page begins; null after the last page.</param>
public sealed record Worklist(int? Urgent, int? Overdue, IReadOnlyList<WorklistLine> Items, string? Last)
{
    /// <summary>Whoever has a hundred urgent lines needs no exact number, and counting more would cost more than the page.</summary>
    public const int MaxCounted = 100;
}

/// <summary>What a list is narrowed to; null for everything.</summary>
/// <param name="Kinds">Codes of list taskKind, any of them; <c>followUp</c> for visits.</param>
/// <param name="Condition">ICD-10 code.</param>
/// <param name="Village">Village code.</param>
/// <param name="DueBy">Urgent, or due on this day or before.</param>
/// <param name="Urgency">Of the lines as they are today.</param>
public sealed record WorklistFilter(
    IReadOnlyList<string>? Kinds = null,
    string? Condition = null,
    string? Village = null,
    DateOnly? DueBy = null,
    WorklistUrgency? Urgency = null
)
{
    internal bool IsOfWholeList => Kinds is null && Condition is null && Village is null && DueBy is null && Urgency is null;

    internal WorklistRange RangeOn(DateOnly today) =>
        (Urgency is { } urgency ? WorklistRange.Of(urgency, today) : WorklistRange.Whole).Until(DueBy);
}
