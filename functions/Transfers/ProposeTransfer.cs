using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Transfers;

/// <param name="To">The physician who is to become responsible.</param>
public sealed record ProposeTransferRequest(string? To, string? Reason);

public enum ProposeTransferOutcome
{
    /// <summary>The receiver sees it.</summary>
    Proposed,

    /// <summary>The same was sent before. Nothing changed.</summary>
    AlreadyProposed,

    /// <summary>The id belongs to another proposal. Nothing changed.</summary>
    ProposedDifferently,

    /// <summary>Another transfer waits for its answer. Nothing changed.</summary>
    AnotherOpen,

    /// <summary>The caller may see the household and is not responsible for it.</summary>
    NotResponsible,

    /// <summary>It did not pass the checks. Nothing changed.</summary>
    Invalid,

    NotFound,
}

public sealed record ProposeTransferResult(
    ProposeTransferOutcome Outcome,
    TransferView? View = null,
    IReadOnlyList<FieldError>? Errors = null
);

/// <summary>The responsible physician asks another to take a household. The receiver may look at it until there is an answer.</summary>
public sealed class ProposeTransferHandler(HouseholdChanges changes, Receivers receivers, Fingerprinter fingerprinter, TimeProvider clock)
{
    private const int MaxReason = 500;

    /// <summary>Within which the receiver should answer.</summary>
    private const int DaysToAnswer = 7;

    public async Task<ProposeTransferResult> HandleAsync(
        HouseholdId id,
        string transferId,
        ProposeTransferRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var receiver = await receivers.FindAsync(command.To, cancellationToken);
        var now = clock.GetUtcNow();
        var changed = await changes.ChangeAsync(
            id,
            partition => Decide(partition, transferId, command, receiver, caller, now),
            cancellationToken
        );
        return changed?.Outcome ?? new ProposeTransferResult(ProposeTransferOutcome.NotFound);
    }

    private HouseholdUpdate<ProposeTransferResult> Decide(
        HouseholdPartition partition,
        string transferId,
        ProposeTransferRequest command,
        Receiver? receiver,
        Caller caller,
        DateTimeOffset now
    )
    {
        var household = partition.Household;
        if (!caller.MaySee(household) || caller.PhysicianId is not { } from)
        {
            return Not(ProposeTransferOutcome.NotFound);
        }
        var validationErrors = new ValidationErrors();
        var reason = TextCheck.Required(validationErrors, "reason", command.Reason, MaxReason);
        var newest = Transfer.NewestOf(partition);
        var fingerprint = fingerprinter.OfContent("transfer", command);
        if (newest?.Id == transferId)
        {
            var isSame = (newest.From, newest.ProposedBy, newest.Fingerprint) == (from, caller.AccountId, fingerprint);
            return Not(isSame ? ProposeTransferOutcome.AlreadyProposed : ProposeTransferOutcome.ProposedDifferently, newest, household);
        }

        if (household.PhysicianId != from)
        {
            return Not(ProposeTransferOutcome.NotResponsible);
        }
        if (newest?.StateIn(household) is TransferState.Proposed)
        {
            return Not(ProposeTransferOutcome.AnotherOpen, newest, household);
        }
        if (receiver is null)
        {
            validationErrors.Add("to", "physician-unknown");
        }
        else if (receiver.Physician.Id.Value == from)
        {
            validationErrors.Add("to", "transfer-to-self");
        }
        else if (receiver.ObjectionFor(household) is { } objection)
        {
            validationErrors.Add("to", objection);
        }
        if (validationErrors.Errors.Count > 0)
        {
            return HouseholdUpdate.None(new ProposeTransferResult(ProposeTransferOutcome.Invalid, Errors: validationErrors.Errors));
        }
        var transfer = new Transfer(transferId, from, receiver!.Physician.Id.Value, reason!, now, caller.AccountId, fingerprint);
        return Change(household, newest, transfer);
    }

    private static HouseholdUpdate<ProposeTransferResult> Change(Household household, Transfer? before, Transfer transfer)
    {
        var next = TransferTasks.Without(household);
        next = next with
        {
            Tasks = [.. next.Tasks, TransferTasks.For(transfer, transfer.To, transfer.ProposedAt.ToChinaDate().AddDays(DaysToAnswer))],
            Guests = [.. next.Guests, new Guest(transfer.To, transfer.Because)],
        };
        var result = new ProposeTransferResult(ProposeTransferOutcome.Proposed, TransferView.Of(transfer, next));
        return before is null
            ? HouseholdUpdate.Of(result, next, Transfer.StoredAs.Of(0, transfer.Id).Put(transfer))
            : HouseholdUpdate.Of(
                result,
                next,
                Transfer.StoredAs.Of(0, transfer.Id).Put(transfer),
                before.PutAway(),
                Transfer.StoredAs.Of(0, before.Id).Remove()
            );
    }

    private static HouseholdUpdate<ProposeTransferResult> Not(
        ProposeTransferOutcome outcome,
        Transfer? transfer = null,
        Household? household = null
    ) => HouseholdUpdate.None(new ProposeTransferResult(outcome, transfer is null ? null : TransferView.Of(transfer, household!)));
}
