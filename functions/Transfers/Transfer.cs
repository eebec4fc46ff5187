using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.Transfers;

/// <summary>A household handed over from one responsible physician to another (转签): proposed, and what became of it.</summary>
/// <param name="Id">Made by whoever proposes.</param>
/// <param name="ProposedBy">Account id.</param>
/// <param name="Fingerprint">Of what was sent, to distinguish the same request sent again from another one.</param>
public sealed record Transfer(
    string Id,
    string From,
    string To,
    string Reason,
    DateTimeOffset ProposedAt,
    string ProposedBy,
    string Fingerprint
)
{
    /// <summary>The newest of the household, open or not, by its id; those before it are past, the newest first.</summary>
    public static DocumentKind<Transfer> StoredAs { get; } = new("transfer");

    public static Transfer? NewestOf(HouseholdPartition partition) => partition.First(StoredAs.AllOf(0));

    public TransferState State { get; init; } = TransferState.Proposed;

    /// <summary>Why the receiver gave it back.</summary>
    public string? ReturnReason { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    internal DocumentChange PutAway() => StoredAs.PastOf(0, $"{NewestFirst.Key(ProposedAt)}:{Id}").Put(this);

    public string Because => $"{Handover.TransferKind}:{Id}";

    /// <summary>What it is to the household as it stands: a proposal ends by itself when somebody else has become responsible.</summary>
    public TransferState StateIn(Household household) =>
        State is TransferState.Proposed && household.PhysicianId != From ? TransferState.Overtaken : State;
}

/// <summary>The names are stored.</summary>
public enum TransferState
{
    /// <summary>Waits for the receiver.</summary>
    Proposed,

    /// <summary>The receiver is responsible.</summary>
    Accepted,

    /// <summary>The receiver gave it back with a reason.</summary>
    Returned,

    /// <summary>Whoever proposed it took it back.</summary>
    Withdrawn,

    /// <summary>Somebody became responsible by another way meanwhile. Derived when read.</summary>
    Overtaken,
}
