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
    string EnrolledBy
)
{
    /// <summary>
    /// A telephone cell of a list whose text says more than <see cref="Phone"/>, or none that could be read: to be mended.
    /// </summary>
    public string? PhoneAsGiven { get; init; }

    public IReadOnlyList<MemberSummary> Members { get; init; } = [];

    /// <summary>The responsible physician, once it is routed.</summary>
    public string? PhysicianId { get; init; }

    /// <summary>Physicians on whose worklist it stood before: a view of theirs may still show it and has to be cleared.</summary>
    public IReadOnlyList<string> FormerPhysicianIds { get; init; } = [];

    /// <summary>Villages that it was enrolled in before: it has to be removed from their lists.</summary>
    public IReadOnlyList<string> FormerVillageCodes { get; init; } = [];

    public IReadOnlyList<TeamMember> Team { get; init; } = [];

    public IReadOnlyList<HouseholdProblem> Problems { get; init; } = [];

    /// <summary>What is open, follow-ups and the plans' activities aside.</summary>
    public IReadOnlyList<HouseholdTask> Tasks { get; init; } = [];

    /// <summary>
    /// What is open, with the next activities of the plans: each is of the team's physician for its discipline, where there is none of the
    /// responsible one, and before one is found of the village.
    /// </summary>
    public IEnumerable<HouseholdTask> OpenTasks =>
        Tasks.Concat(
            from member in PresentMembers
            from activity in member.Plan?.NextActivities ?? []
            select new HouseholdTask(HouseholdTask.ActivityKind, activity.Code, member.Number, activity.DueOn, For: WhoDoes(activity))
            {
                Label = activity.Label,
                Discipline = activity.OfDiscipline,
            }
        );

    public IReadOnlyList<Guest> Guests { get; init; } = [];

    /// <summary>In the order of their days; empty where nobody has said anything.</summary>
    public IReadOnlyList<PovertyStatus> PovertyStatuses { get; init; } = [];

    /// <summary>The newest years that a family-doctor contract was signed for.</summary>
    public IReadOnlyList<int> ContractYears { get; init; } = [];

    public ReferralLedger Referrals { get; init; } = ReferralLedger.None;

    /// <summary>Citizen IDs that members no longer have; released when the records are next built.</summary>
    public IReadOnlyList<HeldIdentity> ToRelease { get; init; } = [];

    /// <summary>How it was enrolled: <c>form</c>, or <c>import:{id}</c>.</summary>
    public string Source { get; init; } = FormSource;

    public const string FormSource = "form";

    /// <summary>
    /// The version in which people last changed what the enrolment says. Every later one was made by the service or by care: a correction
    /// that was written for this version, or for a later one, overwrites nobody's.
    /// </summary>
    public int ContentVersion { get; init; } = 1;

    public string TownshipCode => VillageCode[..9];

    public string CountyCode => VillageCode[..6];

    public IEnumerable<MemberSummary> PresentMembers => Members.Where(member => member.LeftOn is null);

    /// <summary>
    /// Whom the list calls the head, wherever in it; the first present where none is called so. Null where everybody has left.
    /// </summary>
    public MemberSummary? Head =>
        PresentMembers.FirstOrDefault(member => member.Relationship == Member.HeadRelationship) ?? PresentMembers.FirstOrDefault();

    /// <summary>
    /// The physicians on whose worklists it stands: the responsible one, and who else has something to do and looks in for it. What waits
    /// for somebody who has no part in the household any more stays with the household, and not on that list.
    /// </summary>
    public IReadOnlyList<string> ListedWith =>
        [
            .. new[] { PhysicianId }
                .Concat(OpenTasks.Select(task => task.For).Where(HasPart))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>When a guest may look at the member no longer; null where that has no end.</summary>
    /// <param name="member">0 for any member.</param>
    public DateTimeOffset? GuestUntil(string physicianId, int member)
    {
        var ends = Guests
            .Where(guest => guest.PhysicianId == physicianId && (member == 0 || guest.IsFor(member)))
            .Select(guest => guest.Until ?? DateTimeOffset.MaxValue)
            .DefaultIfEmpty(DateTimeOffset.MinValue)
            .Max();
        return ends == DateTimeOffset.MaxValue ? null : ends;
    }

    /// <summary>Whether the physician is, or was, a guest of this member.</summary>
    public bool IsGuestsMember(string physicianId, int member) =>
        Guests.Any(guest => guest.PhysicianId == physicianId && guest.IsFor(member));

    /// <summary>Whether the physician is responsible or of the team.</summary>
    public bool IsCaredForBy(string? physicianId) =>
        physicianId is not null && (PhysicianId == physicianId || Team.Any(member => member.PhysicianId == physicianId));

    private string? WhoDoes(DueActivity activity) =>
        activity.Discipline is { } discipline
            ? Team.FirstOrDefault(member => member.Discipline == discipline)?.PhysicianId ?? PhysicianId
            : null;

    private bool HasPart(string? physicianId) => IsCaredForBy(physicianId) || Guests.Any(guest => guest.PhysicianId == physicianId);

    public bool NeedsReview => Problems.Any(problem => problem.NeedsReview);

    /// <summary>This as the next version; physicians whose lists it leaves are remembered as former ones.</summary>
    public Household After(Household before) =>
        this with
        {
            Version = before.Version + 1,
            FormerPhysicianIds = [.. before.FormerPhysicianIds.Concat(before.ListedWith).Except(ListedWith, StringComparer.Ordinal)],
        };

    /// <param name="listed">The physician's worklist and the village's list show it.</param>
    public HouseholdStatus StatusWhen(bool listed) =>
        Stage switch
        {
            _ when NeedsReview => HouseholdStatus.NeedsReview,
            HouseholdStage.Received => HouseholdStatus.Received,
            _ when !PresentMembers.Any() => HouseholdStatus.Ended,
            HouseholdStage.Unrouted => HouseholdStatus.Unrouted,
            _ => listed ? HouseholdStatus.Listed : HouseholdStatus.Routed,
        };
}

/// <summary>A citizen ID and the member who held it.</summary>
public sealed record HeldIdentity(string IdNumber, int Member)
{
    public override string ToString() => nameof(HeldIdentity);
}
