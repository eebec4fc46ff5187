using System.Globalization;
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

    /// <summary>What its village's list is to show of a household.</summary>
    /// <param name="lines">The household's lines of the township's worklist.</param>
    public ListedRows RowsOf(Household household, ViewLines lines) =>
        new(
            Rows,
            (VillageRow.PartitionOf(household.VillageCode), ViewKeys.GuardOf(household.VillageCode, household.Id)),
            household,
            lines.Keys,
            fingerprinter.OfContent($"{Name} {lines.Content}", household with { Version = 0 }),
            () => (VillageRow.Write(household, sealer), lines.Write())
        );

    /// <summary>Lets a village's list forget a household that moved away.</summary>
    public Task ClearAsync(string villageCode, HouseholdId household, CancellationToken cancellationToken) =>
        Rows.ClearAsync(VillageRow.PartitionOf(villageCode), ViewKeys.GuardOf(villageCode, household), cancellationToken);

    /// <summary>Whether a household stands on a village's list.</summary>
    public Task<bool> HasAsync(string villageCode, HouseholdId household, CancellationToken cancellationToken) =>
        Rows.HasAsync(VillageRow.PartitionOf(villageCode), ViewKeys.GuardOf(villageCode, household), cancellationToken);

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

    /// <summary>The rows of a township whose households are on a physician's panel, in the order of villages.</summary>
    public async Task<(IReadOnlyList<VillageHousehold> Rows, string? Continuation)> PageOfPanelAsync(
        string townshipCode,
        PhysicianId physician,
        string? continuation,
        int size,
        CancellationToken cancellationToken
    )
    {
        var filter = $"({InRegion(townshipCode)}) and {TableClient.CreateQueryFilter($"PhysicianId eq {physician.Value}")}";
        var (rows, next) = await _table
            .QueryAsync<TableEntity>(filter, size, cancellationToken: cancellationToken)
            .PageAsync(continuation, size);
        return ([.. rows.Select(row => VillageRow.Read(row, sealer))], next);
    }

    /// <summary>Who lives in a region, or of them who is on a physician's panel: no household is opened for it.</summary>
    /// <param name="most">Households that are looked at.</param>
    /// <returns>The people, and whether there may be more of them.</returns>
    public async Task<(IReadOnlyList<ListedPerson> People, bool IsPart)> ListPeopleAsync(
        string regionCode,
        PhysicianId? physician,
        int most,
        CancellationToken cancellationToken
    )
    {
        var filter = InRegion(regionCode);
        if (physician is { } id)
        {
            filter = $"({filter}) and {TableClient.CreateQueryFilter($"PhysicianId eq {id.Value}")}";
        }
        var (people, households, isPart) = (new List<ListedPerson>(), 0, false);
        string[] columns = ["PartitionKey", "RowKey", VillageRow.People];
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken))
        {
            if (++households > most)
            {
                return (people, true);
            }
            if (VillageRow.ReadPeople(row, sealer) is { } found)
            {
                people.AddRange(found);
            }
            else
            {
                isPart = true;
            }
        }
        return (people, isPart);
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

/// <summary>A household as its village's list shows it.</summary>
/// <param name="Household">Its header as it was at the version shown.</param>
public sealed record VillageHousehold(Household Household, HouseholdStatus Status);

/// <summary>Who lives in a household, as far as a count has to know it.</summary>
/// <param name="Conditions">ICD-10 codes.</param>
public sealed record ListedPerson(DateOnly? BornOn, IReadOnlyList<string> Conditions);

/// <param name="Persons">Who has not left.</param>
internal sealed record ListedPeople(IReadOnlyList<ListedPerson> Persons);

/// <summary>
/// Columns for filters; the household itself is one sealed document, as in its header. Beside it stands, sealed too, as little as counts
/// need of its people: whoever counts a township reads and opens a hundred characters of each household.
/// </summary>
internal static class VillageRow
{
    public const string People = "People";

    private static readonly DocumentSchema<Household> Schema = new();

    private static readonly DocumentSchema<ListedPeople> PeopleSchema = new();

    /// <param name="regionCode">The township's, or one of its villages'.</param>
    public static string PartitionOf(string regionCode) => regionCode[..9];

    public static TableEntity Write(Household household, FieldSealer sealer)
    {
        var (partition, key) = (PartitionOf(household.VillageCode), ViewKeys.GuardOf(household.VillageCode, household.Id));
        return new TableEntity(partition, key)
        {
            ["Version"] = household.Version,
            ["VillageCode"] = household.VillageCode,
            ["Status"] = household.StatusWhen(listed: true).ToString(),
            ["PhysicianId"] = household.PhysicianId,
            ["HasUnreadPhone"] = household.Problems.Any(problem => problem.Code is HouseholdProblem.PhoneUnread),
            ["Sealed"] = Schema.Seal(household, Context(partition, key), sealer),
            [People] = PeopleSchema.Seal(
                new ListedPeople([.. household.PresentMembers.Select(member => new ListedPerson(member.BornOn, member.Conditions))]),
                PeopleContext(partition, key),
                sealer
            ),
        };
    }

    /// <summary>Null in a row that was written before they were kept apart; the next change of the household writes them.</summary>
    public static IReadOnlyList<ListedPerson>? ReadPeople(TableEntity row, FieldSealer sealer) =>
        row.GetBinary(People) is { } people ? PeopleSchema.Open(people, PeopleContext(row.PartitionKey, row.RowKey), sealer).Persons : null;

    public static VillageHousehold Read(TableEntity row, FieldSealer sealer) =>
        new(
            Schema.Open(row.Required<byte[]>("Sealed"), Context(row.PartitionKey, row.RowKey), sealer),
            Enum.Parse<HouseholdStatus>(row.Required<string>("Status"))
        );

    private static string Context(string partition, string key) => $"{VillageTable.Name}/{partition}/{key}";

    private static string PeopleContext(string partition, string key) => $"{Context(partition, key)}/{People}";
}

/// <summary>
/// The row keys in a partition of a view. <c>0:{household}</c>, in a township <c>0:{village}:{household}</c>, is the household's own row,
/// which guards its lines. <c>1:{order}:{village}:{household}:{member}</c> is a line, and sorts by the nine characters of its order.
/// <c>2:{…}:{version}-{content}</c> is the token of what is shown: as the own row's key, with its version and its content's fingerprint.
/// </summary>
internal static class ViewKeys
{
    public const string Guards = "0:";
    public const string Lines = "1:";
    private const string Tokens = "2:";
    private const int OrderLength = 9;

    public static string GuardOf(HouseholdId household) => $"{Guards}{household}";

    public static string GuardOf(string villageCode, HouseholdId household) => $"{VillageOf(villageCode)}{household}";

    /// <summary>What the keys of a village's households begin with.</summary>
    public static string VillageOf(string villageCode) => $"{Guards}{villageCode}:";

    /// <param name="order">Nine characters.</param>
    /// <param name="member">0 for the household as a whole.</param>
    public static string LineOf(string order, string villageCode, HouseholdId household, int member) =>
        LineAt(string.Create(CultureInfo.InvariantCulture, $"{order}{member:D2}"), villageCode, household.Value);

    /// <summary>The line's order and member, which alone tell the lines of one household and village apart.</summary>
    public static string PlaceOf(string line) => string.Concat(line.AsSpan(Lines.Length, OrderLength), line.AsSpan(line.Length - 2));

    public static string LineAt(string place, string villageCode, string household) =>
        $"{Lines}{place[..OrderLength]}:{villageCode}:{household}:{place[OrderLength..]}";

    /// <param name="content">Fingerprint of what is shown.</param>
    public static string TokenOf(string guard, int version, string content) =>
        string.Create(CultureInfo.InvariantCulture, $"{Tokens}{guard.AsSpan(Guards.Length)}:{version:D8}-{content}");

    public static string HouseholdOf(string guard) => guard[(guard.LastIndexOf(':') + 1)..];
}
