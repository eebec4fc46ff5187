using Alleviation.Functions.Access;
using Microsoft.Extensions.Caching.Memory;

namespace Alleviation.Functions.Households.Storage;

/// <summary>
/// The record of the call that made a version of a household, in the transaction of that version: no change without it. The call then
/// writes it to the audit with how it ended; where it died before, the message of the change does.
/// </summary>
/// <param name="Key">Where it belongs in the audit.</param>
public sealed record ChangeRecord(AuditKey Key, AuditRecord Record)
{
    internal static readonly DocumentKind<ChangeRecord> StoredAs = new("audit");

    internal static DocumentKey<ChangeRecord> Of(int householdVersion) => StoredAs.PastOf(0, $"v{householdVersion:D8}");
}

/// <summary>Writes the records with the changes, and sees to it that each comes into the audit.</summary>
public sealed class ChangeAudit(AuditTable audit, HouseholdDocuments documents) : IDisposable
{
    /// <summary>
    /// For so long this process knows which call made a version. After that, and in any other process, the record is looked up.
    /// </summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(2);

    /// <summary>Some 200 bytes each; calls beyond that are looked up.</summary>
    private const int MaxRemembered = 50_000;

    private readonly MemoryCache _calls = new(new MemoryCacheOptions { SizeLimit = MaxRemembered });

    /// <summary>What is to be written with the version that is about to be committed; null where no call makes it.</summary>
    internal static DocumentChange? RecordOf(HouseholdId household, int version)
    {
        if (AuditedCall.Current is not { } call)
        {
            return null;
        }
        call.EnterChange();
        var record = call.Record;
        return ChangeRecord.Of(version).Put(new ChangeRecord(call.Key, record with { Subject = record.Subject ?? household.Value }));
    }

    /// <summary>The version was committed: remembers the call that made it, where one did.</summary>
    internal void Committed(HouseholdId household, int version)
    {
        if (AuditedCall.Current is { } call)
        {
            call.Committed();
            _calls.Set(
                (household.Value, version),
                call.Ended,
                new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered }
            );
        }
    }

    /// <summary>Sees to it that the call that made the version is in the audit, whatever became of it.</summary>
    /// <param name="message">Of a version that was committed.</param>
    public async Task EnsureAsync(IHouseholdMessage message, CancellationToken cancellationToken)
    {
        if (!message.IsByCall || !HouseholdId.TryParse(message.Household, out var household))
        {
            return;
        }
        var version = message.HouseholdVersion;
        if (_calls.Get<Task<bool>>((household.Value, version)) is { } ended)
        {
            if (!ended.IsCompleted)
            {
                // Its row may wait for others to go with it; messages are handled one behind the other, so this one does not.
                await audit.FlushAsync();
            }
            if (await IsRecordedAsync(ended, cancellationToken))
            {
                return;
            }
        }
        if (await documents.FindAsync(household, ChangeRecord.Of(version), cancellationToken) is { } missing)
        {
            await audit.AddAsync(missing.Key, missing.Record, cancellationToken);
        }
    }

    public void Dispose() => _calls.Dispose();

    /// <summary>Waits a little for a call under way; one that takes longer completes its row itself.</summary>
    private static async Task<bool> IsRecordedAsync(Task<bool> ended, CancellationToken cancellationToken)
    {
        try
        {
            return await ended.WaitAsync(TimeSpan.FromSeconds(5), cancellationToken);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
