using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households.Storage;

/// <summary>
/// Table <c>Villages</c>, a view: PartitionKey = township code, RowKey as <see cref="ViewKeys"/> says. The households' own rows are read
/// here by lists and search, and coverage is summed from them; the lines beside them are the worklist of the township's health workers. It
/// can be rebuilt from the households at any time.
/// </summary>
public sealed class VillageTable(TableServiceClient service, FieldSealer sealer, Fingerprinter fingerprinter)
{
    public const string Name = "Villages";

    private readonly TableClient _table = service.GetTableClient(Name);

    private ViewRows Rows => new(_table);

    /// <param name="lines">The household's lines of the township's worklist.</param>
    /// <param name="known">What is shown, as it was when it was shown; saves reading it.</param>
    /// <returns>What is shown now; null when that is a newer version.</returns>
    public Task<ProjectedList?> ShowAsync(
        Household household,
        ViewLines lines,
        ProjectedList? known,
        CancellationToken cancellationToken
    ) => Rows.ShowAsync(ContentOf(household, lines), () => (VillageRow.Write(household, sealer), lines.Write()), known, cancellationToken);

    /// <summary>Whether that is shown, so that nothing has to be written.</summary>
    public bool Shows(Household household, ViewLines lines, ProjectedList shown) => shown.Content == ContentOf(household, lines);

    /// <summary>Lets a village's list forget a household that moved away.</summary>
    public Task ClearAsync(string villageCode, HouseholdId household, CancellationToken cancellationToken) =>
        Rows.ClearAsync(VillageRow.PartitionOf(villageCode), ViewKeys.GuardOf(villageCode, household), cancellationToken);

    /// <summary>The rows of a region of any level, in the order of villages.</summary>
    /// <param name="status">Only households in it.</param>
    /// <param name="onlyUnreadPhones">Only households with a telephone number that could not be read.</param>
    public async Task<(IReadOnlyList<VillageHousehold> Rows, string? Continuation)> PageAsync(
        string regionCode,
        HouseholdStatus? status,
        bool onlyUnreadPhones,
        string? continuation,
        int size,
        CancellationToken cancellationToken
    )
    {
        var filter = InRegion(regionCode);
        if (status is not null)
        {
            filter = $"({filter}) and {TableClient.CreateQueryFilter($"Status eq {status.ToString()}")}";
        }
        if (onlyUnreadPhones)
        {
            filter = $"({filter}) and {TableClient.CreateQueryFilter($"HasUnreadPhone eq {true}")}";
        }
        var (rows, next) = await _table
            .QueryAsync<TableEntity>(filter, size, cancellationToken: cancellationToken)
            .PageAsync(continuation, size);
        return ([.. rows.Select(row => VillageRow.Read(row, sealer))], next);
    }

    public async IAsyncEnumerable<VillageHousehold> ListByRegionAsync(
        string regionCode,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(InRegion(regionCode), cancellationToken: cancellationToken))
        {
            yield return VillageRow.Read(row, sealer);
        }
    }

    private string ContentOf(Household household, ViewLines lines) =>
        fingerprinter.OfContent($"{Name} {lines.Content}", household with { Version = 0 });

    // A region's townships are the codes that begin with its own; a colon follows the digits, and a semicolon the colon.
    private static string InRegion(string regionCode)
    {
        var village = regionCode.Length == 12;
        var from = village ? ViewKeys.VillageOf(regionCode) : ViewKeys.Guards;
        var rows = TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {from[..^1] + ";"}");
        return regionCode.Length < 9
            ? TableClient.CreateQueryFilter($"PartitionKey ge {regionCode} and PartitionKey lt {regionCode + ":"}") + $" and {rows}"
            : TableClient.CreateQueryFilter($"PartitionKey eq {VillageRow.PartitionOf(regionCode)}") + $" and {rows}";
    }
}
