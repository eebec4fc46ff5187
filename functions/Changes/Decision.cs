using Alleviation.Functions.Households;
using Alleviation.Functions.Reminders;
using Azure.Data.Tables;

namespace Alleviation.Functions.Changes;

/// <summary>What pure code decides on a household as it was read.</summary>
/// <param name="Outcome">What the caller is told.</param>
/// <param name="Next">The header with the change in it, its version as it was; null where nothing is to be changed.</param>
/// <param name="Rows">The rows that change with it.</param>
public sealed record Decision<T>(T Outcome, Household? Next, IReadOnlyList<TableEntity> Rows)
{
    /// <summary>Keys of rows that go.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>What the family is to be told of.</summary>
    public IReadOnlyList<Reminder> Reminders { get; init; } = [];
}

public static class Decision
{
    public static Decision<T> Nothing<T>(T outcome) => new(outcome, null, []);

    public static Decision<T> Change<T>(T outcome, Household next, params IReadOnlyList<TableEntity> rows) => new(outcome, next, rows);
}

/// <param name="Household">As it stands now: after the change, where there was one.</param>
public sealed record Changed<T>(T Outcome, Household Household);
