using System.Security.Cryptography;
using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Images;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Records.Photographs;

/// <summary>
/// Adds a photograph to an entry: first the row with the picture, then the commit that names it. Where the process dies in between, the
/// same sent again completes it; where nobody sends it again, <see cref="CleanUpPhotographsHandler"/> takes the row away
/// (docs/adr/0025-photographs.md).
/// </summary>
public sealed class AddPhotographHandler(
    HouseholdTable households,
    HouseholdDocuments documents,
    HouseholdChanges changes,
    PhotographTable photographs,
    Fingerprinter fingerprinter,
    TimeProvider clock
)
{
    /// <summary>614,400 bytes: what a phone makes of a picture (web/src/photographs), sealed well below the 1 MiB of a row.</summary>
    public const int MaxPicture = 600 * 1024;

    /// <summary>16 KB: a dozen of them are on a page in a few seconds where the signal is poor.</summary>
    public const int MaxPreview = 16 * 1024;

    /// <summary>A few words under a picture.</summary>
    private const int MaxCaption = 60;

    public async Task<AddPhotographResult> HandleAsync(
        PhotographKey key,
        NewPhotograph command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (await households.ReadAsync(key.Household, cancellationToken) is not { } partition)
        {
            return new AddPhotographResult(AddPhotographOutcome.NotFound);
        }
        var fingerprint = FingerprintOf(command);
        if (Objection(partition, key, command.Place, fingerprint, caller) is { } known)
        {
            return known;
        }
        var validationErrors = new ValidationErrors();
        var caption = TextCheck.Optional(validationErrors, "caption", command.Caption, MaxCaption);
        if (!JpegFile.TryClean(command.Picture, out var picture))
        {
            validationErrors.Add("photograph", "not-a-photograph");
        }
        byte[]? preview = null;
        if (command.Preview is not null && !JpegFile.TryClean(command.Preview, out preview))
        {
            validationErrors.Add("preview", "not-a-photograph");
        }
        if (command.Place is null || !await HasEntryAsync(key, command.Place, cancellationToken))
        {
            validationErrors.Add("entry", "entry-unknown");
        }
        if (validationErrors.Errors.Count > 0)
        {
            return new AddPhotographResult(AddPhotographOutcome.Invalid, Errors: validationErrors.Errors);
        }

        var now = clock.GetUtcNow();
        await photographs.PutPendingAsync(key, now + CleanUpPhotographsHandler.CompletedWithin, cancellationToken);
        if (!await photographs.TryPutAsync(key, new PhotographFile(picture!, preview), fingerprint, cancellationToken))
        {
            return new AddPhotographResult(AddPhotographOutcome.AddedDifferently);
        }
        var photograph = new Photograph(key.Id, command.Place!, now, caller.AccountId, picture!.Length, caption, fingerprint);
        var changed = await changes.ChangeAsync(key.Household, read => Decide(read, key, photograph, caller), cancellationToken);
        if (changed?.Outcome is { Outcome: AddPhotographOutcome.Added })
        {
            await AuditedCall.AfterwardsAsync(() => photographs.SettleAsync(key, CancellationToken.None));
        }
        return changed?.Outcome ?? new AddPhotographResult(AddPhotographOutcome.NotFound);
    }

    private static HouseholdUpdate<AddPhotographResult> Decide(
        HouseholdPartition partition,
        PhotographKey key,
        Photograph photograph,
        Caller caller
    )
    {
        if (Objection(partition, key, photograph.Place, photograph.Fingerprint, caller) is { } objection)
        {
            return HouseholdUpdate.None(objection);
        }
        return HouseholdUpdate.Of(
            new AddPhotographResult(AddPhotographOutcome.Added, PhotographView.Of(photograph)),
            partition.Household,
            MemberPhotographs.StoredAs.Of(key.Member).Put(MemberPhotographs.Of(partition, key.Member).With(photograph))
        );
    }

    /// <summary>What stands against it, or that it is there already; null where nothing does.</summary>
    private static AddPhotographResult? Objection(
        HouseholdPartition partition,
        PhotographKey key,
        string? place,
        string fingerprint,
        Caller caller
    )
    {
        var present = MemberPhotographs.Of(partition, key.Member);
        return !caller.MayCareFor(partition.Household)
            || partition.Household.PresentMembers.All(member => member.Number != key.Member || member.RecordNumber is null)
                ? new AddPhotographResult(AddPhotographOutcome.NotFound)
            : present.Find(key.Id) is { } known
                ? known.Fingerprint == fingerprint ? new AddPhotographResult(AddPhotographOutcome.AddedBefore, PhotographView.Of(known))
                    : new AddPhotographResult(AddPhotographOutcome.AddedDifferently)
            : present.IsFull ? new AddPhotographResult(AddPhotographOutcome.MemberFull)
            : place is not null && present.IsEntryFull(place) ? new AddPhotographResult(AddPhotographOutcome.EntryFull)
            : null;
    }

    private async Task<bool> HasEntryAsync(PhotographKey key, string place, CancellationToken cancellationToken) =>
        await documents.FindAsync(key.Household, Entry.StoredAs.PastOf(key.Member, place), cancellationToken) is not null;

    // Without the preview, which another browser makes differently of the same picture.
    private string FingerprintOf(NewPhotograph command) =>
        fingerprinter.OfContent(
            "photograph",
            new[] { command.Place, command.Caption, Convert.ToHexStringLower(SHA256.HashData(command.Picture)) }
        );
}
