using Alleviation.Functions.Platform.Http;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Access;

/// <summary>Whether there is such a physician on the roster.</summary>
public delegate Task<bool> IsOnRoster(string physicianId, CancellationToken cancellationToken);

/// <summary>
/// Which account is which physician's: one of the roster, and of one account alone, for whoever signs in by it reads and signs as that
/// physician. Kept beside the accounts, as PK <c>physician</c>, RK the physician's id.
/// </summary>
public sealed class AccountPhysicians(AccountTable accounts, TableServiceClient tables, IsOnRoster isOnRoster, TimeProvider clock)
{
    private const string Partition = "physician";

    // A claim is written just before its account: where there is no such account after that, it was never made.
    private static readonly TimeSpan TimeToAdd = TimeSpan.FromMinutes(1);
    private readonly TableClient _table = tables.GetTableClient(AccountTable.Name);

    /// <summary>Before an account is written that names a physician.</summary>
    /// <param name="physicianId">Of the shape that <see cref="AccountRules"/> asks for; null for an account that names none.</param>
    /// <returns>Null where the account may have it.</returns>
    public async Task<FieldError?> ClaimAsync(string? physicianId, string accountId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(physicianId)) { return null; }
        if (!await isOnRoster(physicianId, cancellationToken)) { return new FieldError("physicianId", "physician-unknown"); }
        return await TryClaimAsync(physicianId, accountId, cancellationToken) ? null : new FieldError("physicianId", "physician-has-account");
    }

    private async Task<bool> TryClaimAsync(string physicianId, string accountId, CancellationToken cancellationToken)
    {
        var claim = new TableEntity(Partition, physicianId) { ["AccountId"] = accountId, ["ClaimedAt"] = clock.GetUtcNow() };
        try
        {
            if (await _table.GetEntityIfExistsAsync<TableEntity>(Partition, physicianId, cancellationToken: cancellationToken) is { HasValue: true, Value: { } held })
            {
                if (await IsInUseAsync(held, physicianId, accountId, cancellationToken)) { return false; }
                await _table.UpdateEntityAsync(claim, held.ETag, TableUpdateMode.Replace, cancellationToken);
            }
            else
            {
                await _table.AddEntityAsync(claim, cancellationToken);
            }

            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // Somebody else claimed it at the same time.
            return false;
        }
    }

    private async Task<bool> IsInUseAsync(TableEntity held, string physicianId, string accountId, CancellationToken cancellationToken)
    {
        var holder = held.GetString("AccountId");
        if (holder == accountId) { return false; }
        return await accounts.FindAsync(holder, cancellationToken) is { Account: var account }
            ? account.PhysicianId == physicianId && !account.Disabled
            : clock.GetUtcNow() - held.GetDateTimeOffset("ClaimedAt") < TimeToAdd;
    }
}
