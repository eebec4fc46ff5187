using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Records;

/// <summary>
/// Table <c>Identities</c>: PartitionKey = the first two characters of the citizen ID's fingerprint, RowKey = the fingerprint. Who holds
/// an identity, and its record number. The insert that must be first is the only guard against one person in two households.
/// </summary>
public sealed class IdentityTable(TableServiceClient service, Fingerprinter fingerprinter)
{
    public const string Name = "Identities";
    private const string Purpose = "citizen-id";

    private readonly TableClient _table = service.GetTableClient(Name);

    public async Task<Identity?> FindAsync(string idNumber, CancellationToken cancellationToken)
    {
        var key = fingerprinter.Of(Purpose, idNumber);
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(key[..2], key, cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>
    /// Claims the identity for a member. Whoever was first holds it: the answer is the identity as it stands then, the caller's own or
    /// another's, and then the caller waits for it. A person whom a household let go keeps the record number that was assigned once, and
    /// has to be brought to where the identity is held now.
    /// </summary>
    public Task<Identity> ClaimAsync(string idNumber, Identity wanted, CancellationToken cancellationToken)
    {
        var key = fingerprinter.Of(Purpose, idNumber);
        return ConflictRetry.RunAsync(
            async token =>
            {
                try
                {
                    await _table.AddEntityAsync(Write(key, wanted), token);
                    return Attempt.Done(wanted);
                }
                catch (RequestFailedException failure) when (failure.IsAlreadyThere())
                {
                    var row = (await _table.GetEntityAsync<TableEntity>(key[..2], key, cancellationToken: token)).Value;
                    var held = Read(row);
                    var next = held.ClaimedAs(wanted);
                    return new Attempt<Identity>(next == held || await ReplaceAsync(Write(key, next), row.ETag, token), next);
                }
            },
            cancellationToken
        );
    }

    /// <summary>The person has arrived where the identity is held.</summary>
    public Task SettleAsync(string idNumber, PersonPlace place, CancellationToken cancellationToken) =>
        ChangeAsync(idNumber, held => held.IsHeldAt(place) ? held with { IsArriving = false } : held, cancellationToken);

    /// <summary>Lets go of an identity that the member holds or waits for; the record number stays with the person.</summary>
    /// <param name="since">The household's version that let go: a claim of a later version stands.</param>
    /// <param name="wasNotTheirs">The member is somebody else, under another citizen ID: nothing of the member's belongs to this
    /// one.</param>
    /// <returns>As it stands then; null where nobody ever held it.</returns>
    public Task<Identity?> ReleaseAsync(
        string idNumber,
        PersonPlace place,
        int since,
        bool wasNotTheirs,
        CancellationToken cancellationToken
    ) => ChangeAsync(idNumber, held => held.ReleasedBy(place, since, wasNotTheirs), cancellationToken);

    private Task<Identity?> ChangeAsync(string idNumber, Func<Identity, Identity> change, CancellationToken cancellationToken)
    {
        var key = fingerprinter.Of(Purpose, idNumber);
        return ConflictRetry.RunAsync(
            async token =>
            {
                var row = await _table.GetEntityIfExistsAsync<TableEntity>(key[..2], key, cancellationToken: token);
                if (!row.HasValue)
                {
                    return Attempt.Done<Identity?>(null);
                }
                var held = Read(row.Value!);
                var next = change(held);
                return new Attempt<Identity?>(next == held || await ReplaceAsync(Write(key, next), row.Value!.ETag, token), next);
            },
            cancellationToken
        );
    }

    private async Task<bool> ReplaceAsync(TableEntity row, ETag etag, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsChangedMeanwhile())
        {
            return false;
        }
    }

    private static TableEntity Write(string key, Identity identity) =>
        new(key[..2], key)
        {
            ["HouseholdId"] = identity.Household?.Value,
            ["Member"] = identity.Member,
            ["RecordNumber"] = identity.RecordNumber,
            ["Since"] = identity.Since,
            ["IsArriving"] = identity.IsArriving,
            ["Waiting"] = identity.Waiting,
        };

    private static Identity Read(TableEntity row) =>
        new(
            HouseholdId.TryParse(row.GetString("HouseholdId"), out var household) ? household : null,
            row.Required<int>("Member"),
            row.Required<string>("RecordNumber"),
            row.Required<int>("Since")
        )
        {
            IsArriving = row.GetBoolean("IsArriving") ?? false,
            Waiting = row.GetString("Waiting") ?? "",
        };
}
