using Azure.Data.Tables;

namespace Alleviation.Functions.Households;

/// <summary>All that a household's partition holds but its history: the header and the rows of members, records and plans.</summary>
/// <param name="Rows">In the order of their keys, the header among them. Each slice reads its own.</param>
public sealed record HouseholdPartition(StoredHousehold Stored, IReadOnlyList<TableEntity> Rows)
{
    public Household Household => Stored.Household;

    /// <summary>The rows <c>{kind}:{member}</c>, without those below them such as earlier versions.</summary>
    public IEnumerable<TableEntity> RowsOf(string kind) => Rows.Where(row =>
        row.RowKey.Length == kind.Length + 3 && row.RowKey.StartsWith(kind, StringComparison.Ordinal) && row.RowKey[kind.Length] == ':');
}
