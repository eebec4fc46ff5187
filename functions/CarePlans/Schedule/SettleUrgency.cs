using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.CarePlans.Schedule;

/// <param name="Reason">What was done about it, or why nothing has to be; 1 to 300 characters.</param>
/// <param name="Findings">
/// Those that the sender has seen, as the worklist tells them: one that somebody made meanwhile stays, however late this arrives. Empty for
/// a task that an urgent visit left.
/// </param>
public sealed record UrgencySettlementRequest(string? Reason, IReadOnlyList<UrgencySummary>? Findings);

public enum SettleUrgencyOutcome
{
    Settled,

    /// <summary>It was settled before, by the same call: nothing changed.</summary>
    SettledBefore,

    /// <summary>There is no such member, or none that the caller may see.</summary>
    NotFound,

    /// <summary>The caller may look, and does not care for the member.</summary>
    NotYours,

    /// <summary>Somebody else settled it, or another visit found nothing urgent any more.</summary>
    NothingUrgent,

    /// <summary>The same id came before, with another reason.</summary>
    IdTaken,

    /// <summary>It did not pass the checks. Nothing changed.</summary>
    Invalid,
}

/// <summary>
/// Settles a member's urgent findings with a reason (已处置). A visit that measures again, and a referral that is closed, settle them too;
/// a finding that is made later calls again.
/// </summary>
public sealed class SettleUrgencyHandler(
    HouseholdChanges changes,
    HouseholdDocuments documents,
    Fingerprinter fingerprinter,
    TimeProvider clock
)
{
    private const int MaxReason = 300;

    public const string EntryKind = "urgencySettlement";

    public async Task<(SettleUrgencyOutcome Outcome, IReadOnlyList<FieldError> Errors)> HandleAsync(
        HouseholdId id,
        int member,
        ClientId settlementId,
        UrgencySettlementRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var validationErrors = new ValidationErrors();
        var reason = NoteCheck.Required(validationErrors, "reason", command.Reason, MaxReason);
        if (command.Findings is null)
        {
            validationErrors.Add("findings", "required");
        }
        var seen = (command.Findings ?? []).ToHashSet();
        var settlement = new UrgencySettlement(
            settlementId.Value,
            clock.GetUtcNow(),
            caller.AccountId,
            reason ?? "",
            [],
            fingerprinter.OfContent("urgency-settlement", command)
        );
        var known = await FindAsync();
        var changed = await changes.ChangeAsync(
            id,
            partition => Decide(partition, member, settlement, seen, known, validationErrors, caller),
            cancellationToken
        );
        // Its twin was quicker by a moment: what it said is there now.
        if (changed?.Outcome is SettleUrgencyOutcome.NothingUrgent && await FindAsync() is { } twin)
        {
            return (Compare(twin, settlement), []);
        }
        return (changed?.Outcome ?? SettleUrgencyOutcome.NotFound, validationErrors.Errors);

        Task<UrgencySettlement?> FindAsync() =>
            documents.FindAsync(id, UrgencySettlement.StoredAs.PastOf(member, settlement.Id), cancellationToken);
    }

    private static HouseholdUpdate<SettleUrgencyOutcome> Decide(
        HouseholdPartition partition,
        int member,
        UrgencySettlement settlement,
        HashSet<UrgencySummary> seen,
        UrgencySettlement? known,
        ValidationErrors validationErrors,
        Caller caller
    )
    {
        var household = partition.Household;
        if (!household.IsOpenTo(caller, member))
        {
            return HouseholdUpdate.None(SettleUrgencyOutcome.NotFound);
        }
        if (!caller.MayCareFor(household))
        {
            return HouseholdUpdate.None(SettleUrgencyOutcome.NotYours);
        }
        if (validationErrors.Errors.Count > 0)
        {
            return HouseholdUpdate.None(SettleUrgencyOutcome.Invalid);
        }
        if (known is not null)
        {
            return HouseholdUpdate.None(Compare(known, settlement));
        }
        if (SettledUrgency.In(partition, household, member, finding => seen.Contains(finding.Summarise())) is not { } settled)
        {
            return HouseholdUpdate.None(SettleUrgencyOutcome.NothingUrgent);
        }
        var entry = new Entry(member, settlement.At, EntryKind, settlement.Id, settlement.By) { Note = settlement.Reason };
        var entered = NewEntry.In(partition, settled.Household, entry);
        return HouseholdUpdate.Of(
            SettleUrgencyOutcome.Settled,
            entered.Household,
            [
                .. settled.Changes,
                .. entered.Changes,
                UrgencySettlement.StoredAs.PastOf(member, settlement.Id).Put(settlement with { Findings = settled.Findings }),
            ]
        );
    }

    private static SettleUrgencyOutcome Compare(UrgencySettlement known, UrgencySettlement sent) =>
        (known.By, known.Fingerprint) == (sent.By, sent.Fingerprint) ? SettleUrgencyOutcome.SettledBefore : SettleUrgencyOutcome.IdTaken;
}
