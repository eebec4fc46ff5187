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

    /// <summary>What the newest contracts promise, and on which days it was given.</summary>
    public IReadOnlyList<ContractLedger> Contracts { get; init; } = [];

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

/// <summary>
/// What a year's contract promises and on which days of the year it was given, as coverage counts it (docs/domain.md §7): kept in the
/// header, so that nobody searches the entries. Days make no difference in which order, or how often, entries arrive.
/// </summary>
/// <param name="SignedOn">The promise is spread over the year from this day on.</param>
public sealed record ContractLedger(int Year, DateOnly SignedOn, IReadOnlyList<ServiceLedger> Services)
{
    /// <summary>With an entry counted, where it is of the year and of a promised service.</summary>
    public ContractLedger With(int member, DateOnly on, string kind, string? reference, string? contactMode) =>
        on.Year == Year && Services.Any(service => service.Counts(kind, reference, contactMode))
            ? this with
            {
                Services =
                [
                    .. Services.Select(service =>
                        service.Counts(kind, reference, contactMode) ? service.With(member, on.DayOfYear) : service
                    ),
                ],
            }
            : this;

    /// <summary>Services due by a day, and those of them that were given: the k-th of n at the end of the k-th of n equal parts.</summary>
    /// <param name="leftOn">Of a member: what would have fallen due later is owed to nobody.</param>
    public (int Due, int Given) By(DateOnly day, Func<int, DateOnly?> leftOn)
    {
        var (from, end) = (SignedOn.Year < Year ? new DateOnly(Year, 1, 1) : SignedOn, new DateOnly(Year + 1, 1, 1));
        var (due, given) = (0, 0);
        foreach (var service in Services)
        {
            foreach (var (member, days) in service.Given)
            {
                var until = leftOn(member) is { } left && left < day ? left : day;
                var passed = Math.Clamp(until.DayNumber + 1 - from.DayNumber, 0, end.DayNumber - from.DayNumber);
                var dueOfMember = service.PerYear * passed / (end.DayNumber - from.DayNumber);
                due += dueOfMember;
                given += Math.Min(dueOfMember, days.Count(dayOfYear => dayOfYear <= day.DayOfYear || day.Year > Year));
            }
        }
        return (due, given);
    }
}

/// <param name="PerYear">For each of the members.</param>
/// <param name="CountedBy">As it was when the contract was signed.</param>
public sealed record ServiceLedger(string Service, int PerYear, IReadOnlyList<CountedEntry> CountedBy, IReadOnlyList<MemberDays> Given)
{
    public bool Counts(string kind, string? reference, string? contactMode) =>
        CountedBy.Any(counted => counted.Counts(kind, reference, contactMode));

    /// <summary>The first days of the year are kept, as many as were promised: more of them make up for nothing.</summary>
    public ServiceLedger With(int member, int dayOfYear) =>
        this with
        {
            Given =
            [
                .. Given.Select(given =>
                    given.Member == member && !given.Days.Contains(dayOfYear)
                        ? given with
                        {
                            Days = [.. given.Days.Append(dayOfYear).Order().Take(PerYear)],
                        }
                        : given
                ),
            ],
        };
}

/// <param name="Days">Numbers of days of the year, in their order.</param>
public sealed record MemberDays(int Member, IReadOnlyList<int> Days);

/// <summary>Entries that count as a service given.</summary>
/// <param name="Kind">Of the entry.</param>
/// <param name="Reference">Of the entry; any where it is left out.</param>
/// <param name="ContactModes">Codes of list contactMode, where the package says how it is to be given: face to face is no call by
/// telephone.</param>
public sealed record CountedEntry(string Kind, string? Reference = null, IReadOnlyList<string>? ContactModes = null)
{
    public bool Counts(string kind, string? reference, string? contactMode) =>
        Kind == kind
        && (Reference is null || Reference == reference)
        && (ContactModes is null || (contactMode is not null && ContactModes.Contains(contactMode, StringComparer.Ordinal)));
}
