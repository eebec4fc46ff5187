using Alleviation.Functions.Platform.Http;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Access;

/// <summary>Whether there is such a physician on the roster.</summary>
public delegate Task<bool> IsOnRoster(string physicianId, CancellationToken cancellationToken);

/// <summary>
/// Sees to it that an account is of one physician of the roster, and that physician's only one, for whoever signs in by it reads and signs
/// as that physician. While an account is written that names a physician, a row beside the accounts (PK <c>physician</c>, RK the
/// physician's id) keeps others from writing another of the same.
/// </summary>
public sealed class AccountPhysicians(AccountTable accounts, TableServiceClient tables, IsOnRoster isOnRoster, TimeProvider clock)
{
    private const string Partition = "physician";

    /// <summary>Of a writer that died: far longer than it takes to write an account.</summary>
    private static readonly TimeSpan LongestWrite = TimeSpan.FromMinutes(1);
    private readonly TableClient _table = tables.GetTableClient(AccountTable.Name);

    /// <param name="physicianId">Of the shape that <see cref="AccountRules"/> asks for; null for an account that names none, or is disabled.</param>
    /// <param name="accountId">Whose account is written.</param>
    /// <param name="write">Writes the account; called only where it may be that physician's.</param>
    /// <returns>What was written; a fault of the field where nothing was.</returns>
    public async Task<(T? Written, FieldError? Refused)> WriteAsync<T>(
        string? physicianId, string accountId, Func<Task<T>> write, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(physicianId)) { return (await write(), null); }
        if (!await isOnRoster(physicianId, cancellationToken)) { return (default, new FieldError("physicianId", "physician-unknown")); }
        if (await TryHoldAsync(physicianId, accountId, cancellationToken) is not { } held) { return (default, HasAccount); }
        try
        {
            // Asked while nobody else may write one.
            return await accounts.HasOtherOfAsync(physicianId, accountId, cancellationToken) ? (default, HasAccount) : (await write(), null);
        }
        finally
        {
            await LetGoAsync(physicianId, held);
        }
    }

    private static FieldError HasAccount => new("physicianId", "physician-has-account");

    private async Task<ETag?> TryHoldAsync(string physicianId, string accountId, CancellationToken cancellationToken)
    {
        var hold = new TableEntity(Partition, physicianId) { ["AccountId"] = accountId, ["HeldAt"] = clock.GetUtcNow() };
        try
        {
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, physicianId, cancellationToken: cancellationToken);
            if (!found.HasValue) { return (await _table.AddEntityAsync(hold, cancellationToken)).Headers.ETag; }
            if (clock.GetUtcNow() - found.Value!.GetDateTimeOffset("HeldAt") < LongestWrite) { return null; }
            return (await _table.UpdateEntityAsync(hold, found.Value.ETag, TableUpdateMode.Replace, cancellationToken)).Headers.ETag;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412 or 404)
        {
            // Somebody else was quicker, or has just let go.
            return null;
        }
    }

    private async Task LetGoAsync(string physicianId, ETag held)
    {
        try
        {
            // Not the caller's token: whoever hangs up must not keep others waiting.
            await _table.DeleteEntityAsync(Partition, physicianId, held, CancellationToken.None);
        }
        catch (RequestFailedException exception) when (exception.Status is 412)
        {
            // It took too long, and another has taken it over.
        }
    }
}
