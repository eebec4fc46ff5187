using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;

namespace Alleviation.Functions.Enrolment;

public enum EnrolHouseholdOutcome
{
    /// <summary>It is there now, and its records will be built.</summary>
    Accepted,

    /// <summary>It was there, sent the same before. Nothing changed.</summary>
    AlreadyEnrolled,

    /// <summary>Its number is enrolled with other content. Nothing changed; the enrolled one is to be corrected instead.</summary>
    EnrolledDifferently,

    /// <summary>It did not pass the checks. Nothing was written.</summary>
    Invalid,
}

/// <param name="Household">As it is stored; null where it did not pass the checks, or is another village's that the caller may not
/// see.</param>
public sealed record EnrolHouseholdResult(EnrolHouseholdOutcome Outcome, Household? Household, IReadOnlyList<FieldError> Errors);

/// <summary>Enrols a household: from the form, and from each household of an import alike.</summary>
public sealed class EnrolHouseholdHandler(
    EnrolmentCheck check,
    HouseholdTable households,
    Fingerprinter fingerprinter,
    Signatures signatures,
    TimeProvider clock
)
{
    public async Task<EnrolHouseholdResult> HandleAsync(
        EnrolmentRequest command,
        Caller caller,
        CancellationToken cancellationToken,
        string source = Household.FormSource
    )
    {
        var now = clock.GetUtcNow();
        var (enrolment, errors) = check.Check(command, caller, now);
        if (enrolment is null)
        {
            return new EnrolHouseholdResult(EnrolHouseholdOutcome.Invalid, null, errors);
        }

        var id = HouseholdId.OfFingerprint(fingerprinter.Of(HouseholdId.FingerprintPurpose, enrolment.RegistrationNumber));
        var content = EnrolmentFingerprint.Of(enrolment, now, fingerprinter);
        // An import enrols after its call has ended.
        var signature = await signatures.OfAsync(caller, cancellationToken);
        var draft = HouseholdDraft.Of(id, enrolment, content, caller.AccountId, source, now, signature);
        var announcement = new EnrolmentReceived(id.Value, 1, IsByCall: AuditedCall.Current is not null);
        if (await households.AddAsync(draft.Household, draft.Documents, announcement, cancellationToken))
        {
            return new EnrolHouseholdResult(EnrolHouseholdOutcome.Accepted, draft.Household, []);
        }

        var stored =
            await households.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException("A household was there and is gone.");
        var outcome =
            stored.Household.ContentFingerprint == content
                ? EnrolHouseholdOutcome.AlreadyEnrolled
                : EnrolHouseholdOutcome.EnrolledDifferently;
        return new EnrolHouseholdResult(outcome, caller.MaySee(stored.Household) ? stored.Household : null, []);
    }
}
