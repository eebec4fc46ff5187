using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Records;

/// <summary>A member's entries within a time: one range of keys, at most a page.</summary>
public sealed class ListEntriesBetweenHandler(TableServiceClient service, FieldSealer sealer)
{
    /// <summary>What one storage call answers; somebody with three entries a day has more.</summary>
    private const int Most = 1_000;

    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    /// <param name="from">The first moment.</param>
    /// <param name="before">The first moment after.</param>
    public async Task<IReadOnlyList<Entry>> HandleAsync(HouseholdId household, int member, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var prefix = HouseholdRow.MemberKey(EntryRow.Kind, member);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {household.Value} and RowKey ge {Key(prefix, from)} and RowKey lt {Key(prefix, before)}");
        var (rows, _) = await _table.QueryAsync<TableEntity>(filter, Most, cancellationToken: cancellationToken).PageAsync(null, Most);
        return [.. rows.Select(row => EntryRow.Read(row, sealer))];
    }

    private static string Key(string prefix, DateTimeOffset moment) => string.Create(CultureInfo.InvariantCulture, $"{prefix}:{moment.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
}
