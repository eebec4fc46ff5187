using System.Collections.Concurrent;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Records;

/// <summary>
/// Table <c>RecordNumbers</c>: PartitionKey = village code; RowKey <c>next</c> = the village's sequence, RowKey = five digits → who bears
/// the number. Taking numbers and saying for whom is one transaction, guarded by the sequence's ETag, so that a number is given once.
/// It is a table of its own, for the Villages are views that may be rebuilt (docs/adr/0003-record-numbers.md).
/// </summary>
public sealed class RecordNumberTable(TableServiceClient service)
{
    public const string Name = "RecordNumbers";
    private const string NextKey = "next";

    private readonly TableClient _table = service.GetTableClient(Name);
    private readonly ConcurrentDictionary<string, VillageSequence> _villages = new(StringComparer.Ordinal);

    /// <summary>
    /// Who bears a number. A number that was taken for a member who then kept an earlier one leads to a record with another number.
    /// </summary>
    public async Task<(HouseholdId Household, int Member)?> FindAsync(RecordNumber number, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            number.VillageCode,
            number.SequenceText,
            cancellationToken: cancellationToken
        );
        return row.HasValue && HouseholdId.TryParse(row.Value!.GetString("HouseholdId"), out var household)
            ? (household, row.Value.Required<int>("Member"))
            : null;
    }

    /// <summary>Lets a number lead to the member who bears it now.</summary>
    public Task PointAsync(RecordNumber number, HouseholdId household, int member, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(BearerRow(number, household, member), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Takes one number for each of the members, or none at all where the village has not as many left.</summary>
    public async Task<IReadOnlyDictionary<int, RecordNumber>?> TakeAsync(
        string villageCode,
        HouseholdId household,
        IReadOnlyList<int> members,
        CancellationToken cancellationToken
    )
    {
        // One taker at a time in this process: takers in the same village would only make each other try again.
        var village = _villages.GetOrAdd(villageCode, static code => new VillageSequence(code));
        await village.Gate.WaitAsync(cancellationToken);
        try
        {
            return await ConflictRetry.RunAsync(
                async token =>
                {
                    village.Next ??= await ReadNextAsync(villageCode, token);
                    var (first, etag) = village.Next.Value;
                    if (first + members.Count - 1 > RecordNumber.MaxSequence)
                    {
                        return Attempt.Done<IReadOnlyDictionary<int, RecordNumber>?>(null);
                    }
                    village.Next = null;
                    var taken = members
                        .Select((member, index) => (Member: member, Number: new RecordNumber(villageCode, first + index)))
                        .ToList();
                    var isTaken =
                        await TryTakeAsync(village, first, etag, household, taken, token) || await LeadToAsync(household, taken, token);
                    return new Attempt<IReadOnlyDictionary<int, RecordNumber>?>(
                        isTaken,
                        taken.ToDictionary(bearer => bearer.Member, bearer => bearer.Number)
                    );
                },
                cancellationToken
            );
        }
        finally
        {
            village.Gate.Release();
        }
    }

    private async Task<(int Next, ETag ETag)> ReadNextAsync(string villageCode, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(villageCode, NextKey, cancellationToken: cancellationToken);
        return row.HasValue ? (row.Value!.Required<int>("Next"), row.Value!.ETag) : (1, default);
    }

    private async Task<bool> TryTakeAsync(
        VillageSequence village,
        int first,
        ETag etag,
        HouseholdId household,
        List<(int Member, RecordNumber Number)> taken,
        CancellationToken cancellationToken
    )
    {
        var next = first + taken.Count;
        var sequence = new TableEntity(village.Code, NextKey) { ["Next"] = next };
        var actions = new List<TableTransactionAction>
        {
            etag == default ? new(TableTransactionActionType.Add, sequence) : new(TableTransactionActionType.UpdateReplace, sequence, etag),
        };
        actions.AddRange(
            taken.Select(bearer => new TableTransactionAction(
                TableTransactionActionType.Add,
                BearerRow(bearer.Number, household, bearer.Member)
            ))
        );
        try
        {
            var answers = await _table.SubmitTransactionAsync(actions, cancellationToken);
            if (answers.Value[0].Headers.ETag is { } written)
            {
                village.Next = (next, written);
            }
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsChangedMeanwhile() || failure.IsAlreadyThere())
        {
            return false;
        }
    }

    // A retry inside the client, after an answer that was lost, meets its own numbers.
    private async Task<bool> LeadToAsync(
        HouseholdId household,
        List<(int Member, RecordNumber Number)> taken,
        CancellationToken cancellationToken
    )
    {
        foreach (var (member, number) in taken)
        {
            if (await FindAsync(number, cancellationToken) != (household, member))
            {
                return false;
            }
        }

        return true;
    }

    private static TableEntity BearerRow(RecordNumber number, HouseholdId household, int member) =>
        new(number.VillageCode, number.SequenceText) { ["HouseholdId"] = household.Value, ["Member"] = member };
}
