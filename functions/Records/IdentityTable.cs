using Alleviation.Functions.Households;
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
    /// another's. A person whom a household let go keeps the record number that was assigned once.
    /// </summary>
    /// <param name="keepNumber">The member has the wanted record number already: it stays, whatever the identity says.</param>
    public async Task<Identity> ClaimAsync(string idNumber, Identity wanted, bool keepNumber, CancellationToken cancellationToken)
    {
        var key = fingerprinter.Of(Purpose, idNumber);
        while (true)
        {
            try
            {
                await _table.AddEntityAsync(Write(key, wanted), cancellationToken);
                return wanted;
            }
            catch (RequestFailedException failure) when (failure.IsAlreadyThere())
            {
                var row = (await _table.GetEntityAsync<TableEntity>(key[..2], key, cancellationToken: cancellationToken)).Value;
                var held = Read(row);
                if (held.Household is not null && (!held.IsHeldAs(wanted) || held.Since >= wanted.Since)) { return held; }
                var claimed = keepNumber ? wanted : wanted with { RecordNumber = held.RecordNumber };
                if (await ReplaceAsync(Write(key, claimed), row.ETag, cancellationToken)) { return claimed; }
            }
        }
    }

    /// <summary>Lets go of an identity that the member holds; the record number stays with the person.</summary>
    /// <param name="since">The household's version that let go: a claim of a later version stands.</param>
    public async Task ReleaseAsync(string idNumber, HouseholdId household, int member, int since, CancellationToken cancellationToken)
    {
        var key = fingerprinter.Of(Purpose, idNumber);
        while (await _table.GetEntityIfExistsAsync<TableEntity>(key[..2], key, cancellationToken: cancellationToken) is { HasValue: true } row)
        {
            var held = Read(row.Value!);
            if (held.Household != household || held.Member != member || held.Since >= since) { return; }
            if (await ReplaceAsync(Write(key, held with { Household = null, Member = 0 }), row.Value!.ETag, cancellationToken)) { return; }
        }
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

    private static TableEntity Write(string key, Identity identity) => new(key[..2], key)
    {
        ["HouseholdId"] = identity.Household?.Value,
        ["Member"] = identity.Member,
        ["RecordNumber"] = identity.RecordNumber,
        ["Since"] = identity.Since,
    };

    private static Identity Read(TableEntity row) => new(
        HouseholdId.TryParse(row.GetString("HouseholdId"), out var household) ? household : null,
        row.Required<int>("Member"),
        row.Required<string>("RecordNumber"),
        row.Required<int>("Since"));
}

/// <summary>Who holds a citizen ID.</summary>
/// <param name="Household">Null while nobody does.</param>
/// <param name="RecordNumber">17 digits; the person's, whichever household holds the identity.</param>
/// <param name="Since">The household's version that claimed it.</param>
public sealed record Identity(HouseholdId? Household, int Member, string RecordNumber, int Since)
{
    public bool IsHeldAs(Identity other) => Household == other.Household && Member == other.Member;
}
