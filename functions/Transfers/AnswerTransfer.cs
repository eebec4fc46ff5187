using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Transfers;

/// <param name="Reason">Needed to return it.</param>
public sealed record AnswerTransfer(string TransferId, TransferStep Step, string? Reason = null);

public sealed record AnswerTransferResult(TransferStepOutcome Outcome, TransferView? View = null, IReadOnlyList<FieldError>? Errors = null);

/// <summary>Accepts, returns or withdraws a transfer. Whether the receiver may be responsible is asked again when it is accepted.</summary>
public sealed class AnswerTransferHandler(
    HouseholdTable households,
    HouseholdChanges changes,
    Receivers receivers,
    Roster roster,
    TimeProvider clock
)
{
    private const int MaxReason = 500;

    /// <summary>Within which whoever proposed it should see that it came back.</summary>
    private const int DaysToSee = 7;

    public async Task<AnswerTransferResult> HandleAsync(
        HouseholdId id,
        AnswerTransfer command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var receiver = command.Step is TransferStep.Accept ? await receivers.FindAsync(caller.PhysicianId, cancellationToken) : null;
        if (await households.FindAsync(id, cancellationToken) is not { Household.VillageCode: var village })
        {
            return new AnswerTransferResult(TransferStepOutcome.NotFound);
        }
        var physicians = receiver is null ? [] : await roster.ForVillageAsync(village, cancellationToken);
        var now = clock.GetUtcNow();
        var changed = await changes.ChangeAsync(
            id,
            partition => Decide(partition, command, receiver, physicians, caller, now),
            cancellationToken
        );
        return changed?.Outcome ?? new AnswerTransferResult(TransferStepOutcome.NotFound);
    }

    private static HouseholdUpdate<AnswerTransferResult> Decide(
        HouseholdPartition partition,
        AnswerTransfer command,
        Receiver? receiver,
        IReadOnlyList<Physician> physicians,
        Caller caller,
        DateTimeOffset now
    )
    {
        var household = partition.Household;
        if (
            Transfer.NewestOf(partition) is not { } transfer
            || transfer.Id != command.TransferId
            || caller.PhysicianId is not { } physician
        )
        {
            return Not(TransferStepOutcome.NotFound);
        }
        // Who had part in it sees what became of it, also after the household is no longer theirs.
        if (physician != transfer.From && physician != transfer.To && !caller.MaySee(household))
        {
            return Not(TransferStepOutcome.NotFound);
        }

        var outcome = TransferSteps.Take(transfer, transfer.StateIn(household), command.Step, physician);
        if (outcome is not TransferStepOutcome.Done)
        {
            return HouseholdUpdate.None(new AnswerTransferResult(outcome, TransferView.Of(transfer, household)));
        }
        var validationErrors = new ValidationErrors();
        var reason = command.Step is TransferStep.Return ? TextCheck.Required(validationErrors, "reason", command.Reason, MaxReason) : null;
        if (
            command.Step is TransferStep.Accept
            && (receiver is null ? "physician-unknown" : receiver.ObjectionFor(household)) is { } objection
        )
        {
            validationErrors.Add("to", objection);
        }
        return validationErrors.Errors.Count > 0
            ? HouseholdUpdate.None(new AnswerTransferResult(TransferStepOutcome.Invalid, Errors: validationErrors.Errors))
            : Change(household, transfer, command.Step, reason, physicians, now);
    }

    private static HouseholdUpdate<AnswerTransferResult> Change(
        Household household,
        Transfer transfer,
        TransferStep step,
        string? reason,
        IReadOnlyList<Physician> physicians,
        DateTimeOffset now
    )
    {
        var ended = transfer with
        {
            State = step switch
            {
                TransferStep.Accept => TransferState.Accepted,
                TransferStep.Return => TransferState.Returned,
                _ => TransferState.Withdrawn,
            },
            ReturnReason = reason ?? transfer.ReturnReason,
            EndedAt = now,
        };
        var next = TransferTasks.Without(household);
        if (step is TransferStep.Accept)
        {
            next = Handover.To(next, transfer.To, Routing.TeamWithout(transfer.From, next, physicians));
        }
        if (step is TransferStep.Return)
        {
            next = next with { Tasks = [.. next.Tasks, TransferTasks.For(ended, transfer.From, now.ToChinaDate().AddDays(DaysToSee))] };
        }
        return HouseholdUpdate.Of(
            new AnswerTransferResult(TransferStepOutcome.Done, TransferView.Of(ended, next)),
            next,
            Transfer.StoredAs.Of(0, ended.Id).Put(ended)
        );
    }

    private static HouseholdUpdate<AnswerTransferResult> Not(TransferStepOutcome outcome) =>
        HouseholdUpdate.None(new AnswerTransferResult(outcome));
}
