using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>What a discipline of the team thinks of a plan, signed.</summary>
/// <param name="Discipline">Code of list discipline.</param>
/// <param name="Version">The plan's version that it was signed on.</param>
/// <param name="By">Account id.</param>
/// <param name="Findings">In the physician's own words.</param>
/// <param name="Goals">Proposed: the responsible physician takes them over or not.</param>
/// <param name="Activities">Proposed.</param>
public sealed record Opinion(
    int Member,
    string Discipline,
    int Version,
    string PhysicianId,
    string By,
    DateTimeOffset SignedAt,
    string Findings,
    IReadOnlyList<Goal> Goals,
    IReadOnlyList<Activity> Activities
)
{
    public Signature? Signature { get; init; }

    /// <summary>
    /// By its discipline while the plan waits for a decision; then past, by the version that ended the waiting and the discipline.
    /// </summary>
    public static DocumentKind<Opinion> StoredAs { get; } = new("opinion");

    /// <summary>Whether it says the same on the same version, whenever it was signed.</summary>
    public bool SaysTheSameAs(Opinion other) =>
        StoredJson.IsSame(this with { By = other.By, SignedAt = other.SignedAt, Signature = other.Signature }, other);
}
