using Alleviation.Functions.Access;

namespace Alleviation.Functions.Imports;

/// <summary>A registry list that somebody sent.</summary>
/// <param name="StartedBy">With the role and the regions of that moment: the lines are enrolled as if the form had been sent then.</param>
public sealed record Import(ImportId Id, ImportPurpose Purpose, Caller StartedBy, string? FileName, DateTimeOffset StartedAt)
{
    public ImportStage Stage { get; init; } = ImportStage.Receiving;

    public int Lines { get; init; }

    public int Households { get; init; }

    /// <summary>Into how many pieces the work was cut; each leaves one result.</summary>
    public int Chunks { get; init; }

    /// <summary>The import whose refused lines it sends again, mended.</summary>
    public ImportId? Mends { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    public DateTimeOffset? FailedAt { get; init; }

    public Import Received(int lines, int households) =>
        this with
        {
            Stage = ImportStage.Received,
            Lines = lines,
            Households = households,
            Chunks = Purpose is ImportPurpose.Enrolment ? ImportChunk.NumberFor(lines) : 1,
        };

    public Import Waiting() => this with { Stage = ImportStage.Waiting };

    /// <summary>Confirmed: its lines are taken from the file.</summary>
    public Import Taking() => this with { Stage = ImportStage.Receiving };

    public Import Failed(DateTimeOffset now) => this with { Stage = ImportStage.Failed, FailedAt = now };

    public Import Cancelled(DateTimeOffset now) => this with { CancelledAt = CancelledAt ?? now };

    /// <summary>
    /// Whoever started it, and those who answer for all of the regions that it was started for; physicians' telephones are for operators
    /// only.
    /// </summary>
    public bool CanBeSeenBy(Caller caller) =>
        IsOf(caller)
        || (
            (caller.Role is Role.Operator || (caller.Role is Role.Official && Purpose is not ImportPurpose.Roster))
            && StartedBy.Regions.Count > 0
            && StartedBy.Regions.All(caller.Covers)
        );

    /// <summary>Whether the list is the caller's own: what its lines say of people is told to nobody else without a reason.</summary>
    public bool IsOf(Caller caller) => caller.AccountId == StartedBy.AccountId;
}
