using System.Globalization;
using System.Runtime.CompilerServices;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Records.Photographs;

/// <summary>The place of a picture.</summary>
public readonly record struct PhotographKey(HouseholdId Household, int Member, string Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Household}:{Member:D2}:{Id}");
}

/// <summary>What is stored of a photograph.</summary>
/// <param name="Preview">Null where none was sent.</param>
public sealed record PhotographFile(byte[] Picture, byte[]? Preview);

/// <summary>
/// Table <c>Photographs</c>: PartitionKey = household id, RowKey = member and photograph; the picture, sealed to its place, in as many
/// columns as it needs, and its preview in another. Whether it belongs to the record is the household's to say. PartitionKey
/// <c>pending</c>: what has to be looked at once more, because a row and the commit that names it cannot be written in one transaction.
/// </summary>
public sealed class PhotographTable(TableServiceClient service, FieldSealer sealer)
{
    public const string Name = "Photographs";

    private const string Pending = "pending";
    private const string Column = "Sealed";
    private const string PreviewColumn = "Preview";
    private const string FingerprintColumn = "Fingerprint";
    private const string DueColumn = "DueAt";

    private readonly TableClient _table = service.GetTableClient(Name);

    /// <summary>Writes the picture before it is named.</summary>
    /// <returns>False where another picture stands under the id.</returns>
    public Task<bool> TryPutAsync(PhotographKey key, PhotographFile file, string fingerprint, CancellationToken cancellationToken)
    {
        var row = RowOf(key, file, fingerprint);
        return ConflictRetry.RunAsync(
            async token =>
            {
                if (await TryAddAsync(row, token))
                {
                    return Attempt.Done(true);
                }
                if (await FindRowAsync(key, [FingerprintColumn], token) is not { } present)
                {
                    return Attempt.Overtaken<bool>();
                }
                if (present.GetString(FingerprintColumn) != fingerprint)
                {
                    return Attempt.Done(false);
                }
                // Written anew, so that a cleaning-up that took it for left behind does not meet the row that it read.
                return await TryReplaceAsync(row, present.ETag, token) ? Attempt.Done(true) : Attempt.Overtaken<bool>();
            },
            cancellationToken
        );
    }

    /// <returns>Null where it is not there: taken out, or on its way to another household.</returns>
    public async Task<byte[]?> FindAsync(PhotographKey key, CancellationToken cancellationToken) =>
        await FindRowAsync(key, null, cancellationToken) is { } row ? PictureOf(row) : null;

    /// <returns>Null where the picture has none, or is not there.</returns>
    public async Task<byte[]?> FindPreviewAsync(PhotographKey key, CancellationToken cancellationToken) =>
        await FindRowAsync(key, [nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey), PreviewColumn], cancellationToken)
            is { } row
            ? PreviewOf(row)
            : null;

    /// <summary>Takes a picture to another place, sealed to it. Done twice, the outcome is the same.</summary>
    public async Task MoveAsync(PhotographKey from, PhotographKey to, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(from, null, cancellationToken) is { } row)
        {
            await _table.UpsertEntityAsync(
                RowOf(to, new PhotographFile(PictureOf(row), PreviewOf(row)), row.Required<string>(FingerprintColumn)),
                TableUpdateMode.Replace,
                cancellationToken
            );
            await DeleteAsync(from, ETag.All, cancellationToken);
        }
    }

    public Task DeleteAsync(PhotographKey key, CancellationToken cancellationToken) => DeleteAsync(key, ETag.All, cancellationToken);

    /// <returns>False where it was written anew since the tag was read.</returns>
    public async Task<bool> DeleteAsync(PhotographKey key, ETag tag, CancellationToken cancellationToken)
    {
        try
        {
            await _table.DeleteEntityAsync(key.Household.Value, RowKeyOf(key), tag, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsChangedMeanwhile())
        {
            return false;
        }
    }

    /// <summary>Null where there is none.</summary>
    public async Task<ETag?> FindTagAsync(PhotographKey key, CancellationToken cancellationToken) =>
        (await FindRowAsync(key, [FingerprintColumn], cancellationToken))?.ETag;

    /// <param name="dueAt">When it is looked at, where it was not settled before.</param>
    public Task PutPendingAsync(PhotographKey key, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(
            new TableEntity(Pending, key.ToString()) { [DueColumn] = dueAt },
            TableUpdateMode.Replace,
            cancellationToken
        );

    public Task SettleAsync(PhotographKey key, CancellationToken cancellationToken) => SettleAsync(key, ETag.All, cancellationToken);

    public async Task SettleAsync(PhotographKey key, ETag tag, CancellationToken cancellationToken)
    {
        try
        {
            await _table.DeleteEntityAsync(Pending, key.ToString(), tag, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.IsChangedMeanwhile())
        {
            // Somebody is at it again: it stays to be looked at.
        }
    }

    public async IAsyncEnumerable<(PhotographKey Key, ETag Tag)> ListPendingAsync(
        DateTimeOffset dueBefore,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Pending} and DueAt lt {dueBefore}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (
                row.RowKey.Split(':') is [var household, var member, var id]
                && HouseholdId.TryParse(household, out var parsed)
                && int.TryParse(member, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            )
            {
                yield return (new PhotographKey(parsed, number, id), row.ETag);
            }
        }
    }

    private async Task<TableEntity?> FindRowAsync(PhotographKey key, string[]? columns, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(key.Household.Value, RowKeyOf(key), columns, cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <returns>False where one is there already.</returns>
    private async Task<bool> TryAddAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await _table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere())
        {
            return false;
        }
    }

    /// <returns>False where it has gone, or was written, meanwhile.</returns>
    private async Task<bool> TryReplaceAsync(TableEntity row, ETag tag, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsChangedMeanwhile() || failure.IsGone())
        {
            return false;
        }
    }

    private TableEntity RowOf(PhotographKey key, PhotographFile file, string fingerprint)
    {
        var row = new TableEntity(key.Household.Value, RowKeyOf(key)) { [FingerprintColumn] = fingerprint };
        if (file.Preview is not null)
        {
            row[PreviewColumn] = sealer.Seal(file.Preview, ContextOfPreview(row));
        }
        return row.WithBytes(Column, sealer.Seal(file.Picture, ContextOf(row)));
    }

    private byte[] PictureOf(TableEntity row) => sealer.OpenBytes(row.BytesOf(Column), ContextOf(row));

    private byte[]? PreviewOf(TableEntity row) =>
        row.GetBinary(PreviewColumn) is { } preview ? sealer.OpenBytes(preview, ContextOfPreview(row)) : null;

    private static string RowKeyOf(PhotographKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.Member:D2}:{key.Id}");

    private static string ContextOf(TableEntity row) => $"{Name}/{row.PartitionKey}/{row.RowKey}";

    private static string ContextOfPreview(TableEntity row) => $"{ContextOf(row)}/{PreviewColumn}";
}
