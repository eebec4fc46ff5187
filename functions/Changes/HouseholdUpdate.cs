using Alleviation.Functions.Households;

namespace Alleviation.Functions.Changes;

/// <summary>What pure code decides on a household as it was read.</summary>
/// <param name="Outcome">What the caller is told.</param>
/// <param name="Next">The header with the change in it, its version as it was; null where nothing is to be changed.</param>
/// <param name="Changes">The documents that change with it.</param>
public sealed record HouseholdUpdate<T>(T Outcome, Household? Next, IReadOnlyList<DocumentChange> Changes)
{
    /// <summary>What the family is to be told of.</summary>
    public IReadOnlyList<Reminder> Reminders { get; init; } = [];
}

public static class HouseholdUpdate
{
    public static HouseholdUpdate<T> None<T>(T outcome) => new(outcome, null, []);

    public static HouseholdUpdate<T> Of<T>(T outcome, Household next, params IReadOnlyList<DocumentChange> changes) =>
        new(outcome, next, changes);
}

/// <param name="Household">As it stands now: after the change, where there was one.</param>
public sealed record Changed<T>(T Outcome, Household Household);
