using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Enrolment;

public enum CorrectHouseholdOutcome
{
    /// <summary>It is corrected, and its records will be built again.</summary>
    Accepted,

    /// <summary>It says what the household says already. Nothing changed.</summary>
    Unchanged,

    /// <summary>
    /// Somebody corrected it since the version that this one was made for. Nothing changed. What the service and care have made of it
    /// meanwhile does not count: a correction overwrites none of that.
    /// </summary>
    ChangedMeanwhile,

    /// <summary>It did not pass the checks. Nothing changed.</summary>
    Invalid,

    NotFound,
}

public sealed record CorrectHouseholdResult(CorrectHouseholdOutcome Outcome, HouseholdView? View, IReadOnlyList<FieldError> Errors)
{
    public static CorrectHouseholdResult Of(CorrectHouseholdOutcome outcome) => new(outcome, null, []);
}

/// <summary>
/// Corrects the enrolment: the whole household is sent. Nobody may be left out silently; members who left are marked as left.
/// </summary>
public sealed class CorrectHouseholdHandler(
    EnrolmentCheck check,
    HouseholdTable households,
    HouseholdViews views,
    MemberEndings endings,
    Fingerprinter fingerprinter,
    TimeProvider clock
)
{
    public Task<CorrectHouseholdResult> HandleAsync(
        HouseholdId id,
        int version,
        EnrolmentRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var isFirst = true;
        return ConflictRetry.RunAsync(
            async token =>
            {
                if (await households.ReadAsync(id, token) is not { } partition || !caller.MayCareFor(partition.Household))
                {
                    return Attempt.Done(CorrectHouseholdResult.Of(CorrectHouseholdOutcome.NotFound));
                }

                var members = partition.OfEachMember(Member.StoredAs).ToList();
                var (outcome, draft, errors) = Decide(partition, version, command, caller);
                if (draft is null)
                {
                    // A commit whose answer was lost, and on which the pipeline has built since, was made all the same.
                    if (!isFirst && outcome is CorrectHouseholdOutcome.Unchanged)
                    {
                        outcome = CorrectHouseholdOutcome.Accepted;
                    }
                    var current = errors.Count > 0 ? null : await views.OfAsync(partition, caller, hasReason: false, token);
                    return Attempt.Done(new CorrectHouseholdResult(outcome, current, errors));
                }

                isFirst = false;
                var leaving = MemberEndings.Leaving(members, draft);
                var (next, ended) = endings.End(partition, draft.Household, leaving, caller.AccountId, clock.GetUtcNow());
                await endings.AnnounceAsync(partition, leaving, token);
                var announcement = new EnrolmentReceived(id.Value, next.Version, IsByCall: true);
                if (await households.CommitAsync(partition.Stored, next, [.. draft.Documents, .. ended], announcement, token) is null)
                {
                    return Attempt.Overtaken<CorrectHouseholdResult>();
                }
                await endings.FinishAsync(partition, leaving, token);
                return Attempt.Done(
                    new CorrectHouseholdResult(outcome, await views.OfAsync(draft with { Household = next }, caller, token), [])
                );
            },
            cancellationToken
        );
    }

    /// <returns>What is answered; a draft where there is something to commit first.</returns>
    private (CorrectHouseholdOutcome Outcome, HouseholdDraft? Draft, IReadOnlyList<FieldError> Errors) Decide(
        HouseholdPartition partition,
        int version,
        EnrolmentRequest command,
        Caller caller
    )
    {
        var (household, members, now) = (partition.Household, partition.OfEachMember(Member.StoredAs).ToList(), clock.GetUtcNow());
        var (enrolment, errors) = check.Check(command, caller, now);
        errors = [.. errors, .. Against(household, members, command)];
        if (enrolment is null || errors.Count > 0)
        {
            return (CorrectHouseholdOutcome.Invalid, null, errors);
        }

        var content = EnrolmentFingerprint.Of(enrolment, now, fingerprinter);
        var isUpToDate = version >= household.ContentVersion && version <= household.Version;
        // Checked first: the same correction sent again, after an answer that was lost, is recognised as done. Where it waits for a person,
        // what it waited for may be settled elsewhere: the same sent by whoever has read it tries again.
        if (household.ContentFingerprint == content && !(isUpToDate && household.NeedsReview))
        {
            return (CorrectHouseholdOutcome.Unchanged, null, []);
        }

        if (!isUpToDate)
        {
            return (CorrectHouseholdOutcome.ChangedMeanwhile, null, []);
        }
        var draft = HouseholdDraft.Correct(
            household,
            members,
            partition.OfEachMember(HealthRecord.StoredAs).ToList(),
            enrolment,
            content,
            caller.AccountId,
            now
        );
        return (CorrectHouseholdOutcome.Accepted, draft, []);
    }

    private static IEnumerable<FieldError> Against(Household household, IReadOnlyList<Member> members, EnrolmentRequest command)
    {
        if (EnrolmentCheck.NormaliseRegistrationNumber(command.RegistrationNumber ?? "") != household.RegistrationNumber)
        {
            yield return new FieldError("registrationNumber", "registration-fixed");
        }

        var numbers = (command.Members ?? []).Select((member, index) => member.Number ?? index + 1).ToHashSet();
        foreach (var missing in members.Where(member => !numbers.Contains(member.Number)))
        {
            yield return new FieldError("members", "member-missing", missing.Number);
        }
    }
}
