namespace Alleviation.Functions.Households;

/// <summary>What a household was found to be from a day on (脱贫, 监测, 返贫): one step of a history, beside its kind.</summary>
/// <param name="Code">Code of list povertyStatus.</param>
/// <param name="On">The day of the decision.</param>
/// <param name="Source">Who decided, or the list that says so; at most 100 characters.</param>
public sealed record PovertyStatus(string Code, DateOnly On, string? Source = null);
