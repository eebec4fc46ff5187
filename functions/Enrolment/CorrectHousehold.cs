using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;

namespace Alleviation.Functions.Enrolment;

public enum CorrectHouseholdOutcome
{
    /// <summary>It is corrected, and its records will be built again.</summary>
    Accepted,

    /// <summary>It says what the household says already. Nothing changed.</summary>
    Unchanged,

    /// <summary>Somebody changed it since the version that the correction was made for. Nothing changed.</summary>
    ChangedMeanwhile,

    /// <summary>It did not pass the checks. Nothing changed.</summary>
    Invalid,

    NotFound,
}

public sealed record CorrectHouseholdResult(CorrectHouseholdOutcome Outcome, HouseholdView? View, IReadOnlyList<FieldError> Errors)
{
    public static CorrectHouseholdResult Of(CorrectHouseholdOutcome outcome) => new(outcome, null, []);
}

/// <summary>Puts the enrolment right: the whole household as it should be. Nobody drops out of it silently; who left is said to have left.</summary>
public sealed class CorrectHouseholdHandler(
    EnrolmentCheck check, HouseholdTable households, HouseholdRows rows, Fingerprinter fingerprinter, TimeProvider clock)
{
    public async Task<CorrectHouseholdResult> HandleAsync(
        HouseholdId id, int version, EnrolHousehold command, Caller caller, CancellationToken cancellationToken)
    {
        if (await households.ReadAsync(id, cancellationToken) is not { } partition || caller.To(partition.Household, hasReason: false) is not HouseholdAccess.Allowed)
        {
            return CorrectHouseholdResult.Of(CorrectHouseholdOutcome.NotFound);
        }

        var members = rows.MembersOf(partition);
        var now = clock.GetUtcNow();
        var (enrolment, errors) = check.Check(command, caller, now);
        errors = [.. errors, .. Against(partition.Household, members, command)];
        if (enrolment is null || errors.Count > 0) { return new CorrectHouseholdResult(CorrectHouseholdOutcome.Invalid, null, errors); }

        var content = EnrolmentFingerprint.Of(enrolment, now, fingerprinter);
        var current = HouseholdView.Of(partition.Household, ProjectionTable.Shows(partition), members);
        // Checked first: the same correction sent again, after an answer that was lost, finds itself done. Where it waits for a person,
        // what it waited for may be settled elsewhere: the same sent for its present version tries again.
        if (partition.Household.ContentFingerprint == content && (partition.Household.Version != version || !partition.Household.NeedsReview))
        {
            return new CorrectHouseholdResult(CorrectHouseholdOutcome.Unchanged, current, []);
        }

        if (partition.Household.Version != version) { return new CorrectHouseholdResult(CorrectHouseholdOutcome.ChangedMeanwhile, current, []); }

        var draft = HouseholdDraft.Correct(partition.Household, members, rows.RecordsOf(partition), enrolment, content, caller.AccountId, now);
        return await households.CommitAsync(
            partition.Stored, draft.Household, rows.Of(draft), new EnrolmentReceived(id.Value, draft.Household.Version), cancellationToken)
            ? new CorrectHouseholdResult(CorrectHouseholdOutcome.Accepted, HouseholdView.Of(draft.Household, listed: false, draft.Members), [])
            : await ChangedMeanwhileAsync(id, content, cancellationToken);
    }

    private async Task<CorrectHouseholdResult> ChangedMeanwhileAsync(HouseholdId id, string content, CancellationToken cancellationToken)
    {
        var partition = await households.ReadAsync(id, cancellationToken) ?? throw new InvalidOperationException("A household was there and is gone.");
        var view = HouseholdView.Of(partition.Household, ProjectionTable.Shows(partition), rows.MembersOf(partition));
        // A commit whose answer was lost, and on which the pipeline has built since, was made all the same.
        var isMade = partition.Household.ContentFingerprint == content;
        return new CorrectHouseholdResult(isMade ? CorrectHouseholdOutcome.Accepted : CorrectHouseholdOutcome.ChangedMeanwhile, view, []);
    }

    private static IEnumerable<FieldError> Against(Household household, IReadOnlyList<Member> members, EnrolHousehold command)
    {
        if (EnrolmentCheck.NormaliseRegistrationNumber(command.RegistrationNumber ?? "") != household.RegistrationNumber)
        {
            yield return new FieldError("registrationNumber", "registration-fixed");
        }

        var given = (command.Members ?? []).Select((member, index) => member.Number ?? index + 1).ToHashSet();
        foreach (var missing in members.Where(member => !given.Contains(member.Number)))
        {
            yield return new FieldError("members", "member-missing", missing.Number);
        }
    }
}
