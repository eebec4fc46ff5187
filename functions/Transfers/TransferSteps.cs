namespace Alleviation.Functions.Transfers;

/// <summary>What can be done with a transfer that was proposed.</summary>
public enum TransferStep
{
    Accept,
    Return,
    Withdraw,
}

public enum TransferStepOutcome
{
    Done,

    /// <summary>It was done before. Nothing changed.</summary>
    AlreadyDone,

    /// <summary>It ended otherwise. Nothing changed.</summary>
    NoLongerOpen,

    /// <summary>It is another's to do.</summary>
    NotTheirs,

    /// <summary>A reason is missing, or the receiver may not be responsible or has no room any more. Nothing changed.</summary>
    Invalid,

    NotFound,
}

/// <summary>Who may do which step, and from which state; pure.</summary>
public static class TransferSteps
{
    /// <param name="state">As it is to the household now.</param>
    public static TransferStepOutcome Take(Transfer transfer, TransferState state, TransferStep step, string physicianId)
    {
        if (physicianId != (step is TransferStep.Withdraw ? transfer.From : transfer.To))
        {
            return TransferStepOutcome.NotTheirs;
        }
        return (step, state) switch
        {

            (TransferStep.Accept, TransferState.Accepted)
            or
            (TransferStep.Return, TransferState.Returned)
            or (TransferStep.Withdraw, TransferState.Withdrawn) => TransferStepOutcome.AlreadyDone,
            (_, TransferState.Proposed) => TransferStepOutcome.Done,
            // Taking back what came back takes note of it.
            (TransferStep.Withdraw, TransferState.Returned) => TransferStepOutcome.Done,
            _ => TransferStepOutcome.NoLongerOpen,
        };
    }
}
