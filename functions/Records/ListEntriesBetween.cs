using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Records;

/// <summary>A member's entries within a time, newest first: one range of keys, at most a page.</summary>
public sealed class ListEntriesBetweenHandler(HouseholdDocuments documents)
{
    /// <summary>What one storage call answers; somebody with three entries a day has more.</summary>
    private const int Max = 1_000;

    /// <param name="from">The first moment.</param>
    /// <param name="before">The first moment after.</param>
    public async Task<IReadOnlyList<Entry>> HandleAsync(
        HouseholdId household,
        int member,
        DateTimeOffset from,
        DateTimeOffset before,
        CancellationToken cancellationToken
    ) => (await documents.PageAsync(household, Entry.Between(member, from, before), null, Max, cancellationToken)).Documents;
}
