using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;

namespace Alleviation.Functions.Transfers;

/// <summary>What a transfer puts on a worklist: the receiver has to answer it; whoever proposed it has to see that it came back.</summary>
internal static class TransferTasks
{
    public static HouseholdTask For(Transfer transfer, string physicianId, DateOnly dueOn) =>
        new(Handover.TransferKind, transfer.Id, 0, dueOn, For: physicianId);

    /// <summary>The household with no transfer waiting for anybody, and nobody looking at it because of one.</summary>
    public static Household Without(Household household) =>
        household with
        {
            Tasks = [.. household.Tasks.Where(task => task.Kind != Handover.TransferKind)],
            Guests = [.. household.Guests.Where(guest => !guest.Because.StartsWith($"{Handover.TransferKind}:", StringComparison.Ordinal))],
        };
}
