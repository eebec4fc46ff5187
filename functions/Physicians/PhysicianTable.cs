using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Physicians;

/// <summary>Table <c>Physicians</c>, the roster: PartitionKey = county code (city, province), RowKey = physician id.</summary>
public sealed class PhysicianTable(TableServiceClient service, FieldSealer sealer)
{
    public const string Name = "Physicians";

    private static readonly DocumentSchema<Person> Schema = new();

    private readonly TableClient _table = service.GetTableClient(Name);

    public async Task<StoredPhysician?> FindAsync(PhysicianId id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id.Partition, id.Value, cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    public async Task<IReadOnlyList<StoredPhysician>> ListByPartitionAsync(string partition, CancellationToken cancellationToken)
    {
        var physicians = new List<StoredPhysician>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            physicians.Add(Read(row));
        }
        return physicians;
    }

    /// <returns>False when the id is taken.</returns>
    public async Task<bool> AddAsync(Physician physician, CancellationToken cancellationToken)
    {
        try
        {
            await _table.AddEntityAsync(Write(physician), cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere())
        {
            return false;
        }
    }

    /// <returns>False when the row was written since it was read.</returns>
    public async Task<bool> ReplaceAsync(StoredPhysician read, Physician physician, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(Write(physician), read.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsChangedMeanwhile())
        {
            return false;
        }
    }

    private TableEntity Write(Physician physician) =>
        new(physician.Id.Partition, physician.Id.Value)
        {
            ["Disciplines"] = string.Join(';', physician.Disciplines),
            ["RegionCode"] = physician.RegionCode,
            ["Organisation"] = physician.Organisation,
            ["PanelSize"] = physician.PanelSize,
            ["PanelCount"] = physician.PanelCount,
            ["State"] = physician.State.ToString(),
            ["Version"] = physician.Version,
            ["Title"] = physician.Title,
            ["Sealed"] = Schema.Seal(new Person(physician.Name, physician.Phone), Context(physician.Id), sealer),
        };

    private StoredPhysician Read(TableEntity row)
    {
        if (!PhysicianId.TryParse(row.RowKey, out var id))
        {
            throw new FormatException("A roster row stands under no physician id.");
        }
        var person = Schema.Open(row.Required<byte[]>("Sealed"), Context(id), sealer);
        var physician = new Physician(
            id,
            person.Name,
            row.Required<string>("Disciplines").Split(';', StringSplitOptions.RemoveEmptyEntries),
            row.Required<string>("RegionCode"),
            row.Required<string>("Organisation"),
            row.Required<int>("PanelSize"),
            person.Phone,
            Enum.Parse<PhysicianState>(row.Required<string>("State")),
            row.Required<int>("PanelCount"),
            row.Required<int>("Version"),
            row.GetString("Title")
        );
        return new StoredPhysician(physician, row.ETag);
    }

    private static string Context(PhysicianId id) => $"{Name}/{id}";

    private sealed record Person(string Name, string? Phone);
}

public sealed record StoredPhysician(Physician Physician, ETag ETag);
