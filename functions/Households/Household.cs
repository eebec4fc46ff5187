namespace Alleviation.Functions.Households;

/// <summary>
/// A poor household, as its header row tells it: what it is, how far it has come, who is responsible, and a summary of each member,
/// so that routing, lists and views need no other row. Every change of anything in the household makes the next version.
/// </summary>
/// <param name="Version">1 for the enrolment, then one more for each change.</param>
/// <param name="ContentFingerprint">Of the enrolment as it was sent: the same again is told apart from something else.</param>
/// <param name="EnrolledBy">Account id.</param>
public sealed record Household(
    HouseholdId Id,
    int Version,
    HouseholdStage Stage,
    string RegistrationNumber,
    string VillageCode,
    string? Address,
    string? Phone,
    string Kind,
    IReadOnlyList<string> Causes,
    string ContentFingerprint,
    DateTimeOffset EnrolledAt,
    string EnrolledBy)
{
    public IReadOnlyList<MemberSummary> Members { get; init; } = [];

    /// <summary>The responsible physician, once it is routed.</summary>
    public string? PhysicianId { get; init; }

    /// <summary>Physicians who were responsible before: a view of theirs may still show the household and has to be cleared.</summary>
    public IReadOnlyList<string> FormerPhysicianIds { get; init; } = [];

    /// <summary>Villages that it was enrolled in before: their lists have to let it go.</summary>
    public IReadOnlyList<string> FormerVillageCodes { get; init; } = [];

    public IReadOnlyList<TeamMember> Team { get; init; } = [];

    public IReadOnlyList<HouseholdProblem> Problems { get; init; } = [];

    /// <summary>Citizen IDs that members held and hold no longer; let go with the next building of records.</summary>
    public IReadOnlyList<HeldIdentity> ToRelease { get; init; } = [];

    /// <summary>What brought it: <c>form</c>, or <c>import:{id}</c>.</summary>
    public string Source { get; init; } = FormSource;

    public const string FormSource = "form";

    public string TownshipCode => VillageCode[..9];

    public string CountyCode => VillageCode[..6];

    public IEnumerable<MemberSummary> PresentMembers => Members.Where(member => member.LeftOn is null);

    public bool NeedsReview => Problems.Any(problem => problem.NeedsReview);

    /// <param name="listed">The physician's worklist and the village's list show it.</param>
    public HouseholdStatus StatusWhen(bool listed) => Stage switch
    {
        _ when NeedsReview => HouseholdStatus.NeedsReview,
        HouseholdStage.Received => HouseholdStatus.Received,
        HouseholdStage.RecordsBuilt => HouseholdStatus.RecordsBuilt,
        HouseholdStage.Unrouted => HouseholdStatus.Unrouted,
        _ => listed ? HouseholdStatus.Listed : HouseholdStatus.Routed,
    };
}

/// <summary>A citizen ID and the member who held it.</summary>
public sealed record HeldIdentity(string IdNumber, int Member)
{
    public override string ToString() => nameof(HeldIdentity);
}
