using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Access;

/// <summary>
/// While an account is written that names a physician, a row beside the accounts (PK <c>physician</c>, RK the physician's id) keeps others
/// from writing another of the same.
/// </summary>
public sealed class AccountHoldTable(TableServiceClient service, TimeProvider clock)
{
    private const string Partition = "physician";

    /// <summary>Of a writer that died: far longer than it takes to write an account.</summary>
    private static readonly TimeSpan MaxWrite = TimeSpan.FromMinutes(1);

    private readonly TableClient _table = service.GetTableClient(AccountTable.Name);

    /// <returns>The entity tag of the hold; null where somebody else holds it.</returns>
    public async Task<string?> TryHoldAsync(string physicianId, string accountId, CancellationToken cancellationToken)
    {
        var hold = new TableEntity(Partition, physicianId)
        {
            ["AccountId"] = accountId,
            ["HeldAt"] = clock.GetUtcNow(),
            ["HoldId"] = Guid.NewGuid().ToString("N"),
        };
        try
        {
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, physicianId, cancellationToken: cancellationToken);
            if (!found.HasValue)
            {
                return TagOf(await _table.AddEntityAsync(hold, cancellationToken));
            }
            if (clock.GetUtcNow() - found.Value!.GetDateTimeOffset("HeldAt") < MaxWrite)
            {
                return null;
            }
            return TagOf(await _table.UpdateEntityAsync(hold, found.Value.ETag, TableUpdateMode.Replace, cancellationToken));
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere() || failure.IsChangedMeanwhile() || failure.IsGone())
        {
            // Somebody else was quicker, or has just released it; or a retry inside the client, after an answer that was lost, meets its
            // own hold.
            var stored = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, physicianId, cancellationToken: cancellationToken);
            return stored.HasValue && stored.Value!.GetString("HoldId") == hold.GetString("HoldId") ? stored.Value.ETag.ToString() : null;
        }
    }

    public async Task LetGoAsync(string physicianId, string held)
    {
        try
        {
            // Not the caller's token: whoever hangs up must not keep others waiting.
            await _table.DeleteEntityAsync(Partition, physicianId, new ETag(held), CancellationToken.None);
        }
        catch (RequestFailedException failure) when (failure.IsChangedMeanwhile() || failure.IsGone())
        {
            // It took too long, and another has taken it over; or it is gone, and the answer was lost.
        }
    }

    private static string? TagOf(Response answer) => answer.Headers.ETag?.ToString();
}
