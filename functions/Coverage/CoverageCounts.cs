using Alleviation.Functions.Households;

namespace Alleviation.Functions.Coverage;

/// <summary>
/// What coverage counts (docs/domain.md §7), for one household or summed over any region. Numbers of the same name may be added and nothing
/// else: rates are made from sums, never averaged.
/// </summary>
public sealed record CoverageCounts
{
    public static readonly CoverageCounts None = new()
    {
        Contracted = 0,
        ServicesDue = 0,
        ServicesGiven = 0,
    };

    /// <summary>Households of the registry.</summary>
    public int Registry { get; init; }

    /// <summary>Those of them that are enrolled.</summary>
    public int RegistryEnrolled { get; init; }

    public int Households { get; init; }

    public int Members { get; init; }

    /// <summary>Members with an open record.</summary>
    public int Records { get; init; }

    /// <summary>Households with a responsible physician.</summary>
    public int Routed { get; init; }

    /// <summary>Households with a family-doctor contract of the present year; null in what was counted before it was counted.</summary>
    public int? Contracted { get; init; }

    public int Sick { get; init; }

    /// <summary>Sick members with a plan that is neither completed nor cancelled.</summary>
    public int Drafted { get; init; }

    /// <summary>Sick members with a plan in force.</summary>
    public int Planned { get; init; }

    /// <summary>Records with an entry of care in the last 12 months.</summary>
    public int Used { get; init; }

    public int NeedsReview { get; init; }

    public int Unrouted { get; init; }

    /// <summary>Follow-ups whose day has passed.</summary>
    public int Overdue { get; init; }

    /// <summary>Members whose readings call for treatment at once.</summary>
    public int Urgent { get; init; }

    /// <summary>Follow-ups that fell due in the last twelve months.</summary>
    public int FollowUpsDue { get; init; }

    /// <summary>Those of them that were done in time.</summary>
    public int FollowUpsOnTime { get; init; }

    /// <summary>Referrals of the last twelve months that were closed in time or whose fourteenth day has passed.</summary>
    public int ReferralsDue { get; init; }

    /// <summary>Those of them that were closed within 14 days.</summary>
    public int ReferralsInTime { get; init; }

    /// <summary>Services that contracts of the present year promise by today; null in what was counted before they were.</summary>
    public int? ServicesDue { get; init; }

    /// <summary>Those of them that were given.</summary>
    public int? ServicesGiven { get; init; }

    /// <summary>Members whose open plan asks for follow-ups, by form.</summary>
    public IReadOnlyDictionary<string, int> Followed { get; init; } = new Dictionary<string, int>();

    /// <summary>Those of them with a follow-up in the last twelve months.</summary>
    public IReadOnlyDictionary<string, int> Managed { get; init; } = new Dictionary<string, int>();

    /// <summary>Those of the managed who missed no follow-up in that time.</summary>
    public IReadOnlyDictionary<string, int> ToStandard { get; init; } = new Dictionary<string, int>();

    /// <summary>Those of the managed whom the last follow-up found in control.</summary>
    public IReadOnlyDictionary<string, int> InControl { get; init; } = new Dictionary<string, int>();

    /// <summary>Members by code of list batch.</summary>
    public IReadOnlyDictionary<string, int> Batches { get; init; } = new Dictionary<string, int>();

    /// <summary>Members by ICD-10 code of list conditions.</summary>
    public IReadOnlyDictionary<string, int> Conditions { get; init; } = new Dictionary<string, int>();

    public static CoverageCounts Of(Household household, DateOnly today)
    {
        var members = household.PresentMembers.ToList();
        var sick = members.Where(member => member.IsSick).ToList();
        var followed = members.SelectMany(member => FollowUpStanding.Of(member, today)).ToList();
        var managed = followed.Where(standing => standing.IsManaged).ToList();
        var referrals = household
            .Referrals.SettledBy(today)
            .Where(month => month.Month > LedgerMonth.Of(today) - FollowUpStanding.Months)
            .ToList();
        // A household that everybody has left counts only with what was settled while somebody lived in it.
        var isThere = members.Count > 0;
        var (servicesDue, servicesGiven) = ServicesBy(household, today);
        return new CoverageCounts
        {
            Households = isThere ? 1 : 0,
            Members = members.Count,
            Records = members.Count(member => member.RecordNumber is not null),
            Routed = isThere && household.PhysicianId is not null ? 1 : 0,
            Contracted = isThere && household.ContractYears.Contains(today.Year) ? 1 : 0,
            Sick = sick.Count,
            Drafted = sick.Count(member => member.Plan is { IsOpen: true }),
            Planned = sick.Count(member => member.Plan is { IsInForce: true }),
            Used = members.Count(member => member.RecordNumber is not null && member.UsedAt is { } last && last >= YearBefore(today)),
            NeedsReview = household.NeedsReview ? 1 : 0,
            Unrouted = isThere && household.Stage is HouseholdStage.Unrouted ? 1 : 0,
            Overdue = members.Sum(member =>
                member.Plan is { IsOpen: true } plan ? plan.FollowUps.Count(followUp => followUp.DueOn < today) : 0
            ),
            Urgent = members.Count(member => member.Plan is { IsOpen: true, Urgent: true }),
            FollowUpsDue = followed.Sum(standing => standing.Due),
            FollowUpsOnTime = followed.Sum(standing => standing.OnTime),
            ReferralsDue = referrals.Sum(month => month.Due),
            ReferralsInTime = referrals.Sum(month => month.OnTime),
            ServicesDue = servicesDue,
            ServicesGiven = servicesGiven,
            Followed = Tally(followed.Where(standing => standing.IsPlanned).Select(standing => standing.Form)),
            Managed = Tally(managed.Select(standing => standing.Form)),
            ToStandard = Tally(managed.Where(standing => standing.Due == standing.OnTime).Select(standing => standing.Form)),
            InControl = Tally(managed.Where(standing => standing.InControl).Select(standing => standing.Form)),
            Batches = Tally(sick.SelectMany(member => member.Plan?.Batches ?? [])),
            Conditions = Tally(sick.SelectMany(member => member.Conditions)),
        };
    }

    public static CoverageCounts operator +(CoverageCounts first, CoverageCounts second) =>
        new()
        {
            Registry = first.Registry + second.Registry,
            RegistryEnrolled = first.RegistryEnrolled + second.RegistryEnrolled,
            Households = first.Households + second.Households,
            Members = first.Members + second.Members,
            Records = first.Records + second.Records,
            Routed = first.Routed + second.Routed,
            Contracted = first.Contracted + second.Contracted,
            Sick = first.Sick + second.Sick,
            Drafted = first.Drafted + second.Drafted,
            Planned = first.Planned + second.Planned,
            Used = first.Used + second.Used,
            NeedsReview = first.NeedsReview + second.NeedsReview,
            Unrouted = first.Unrouted + second.Unrouted,
            Overdue = first.Overdue + second.Overdue,
            Urgent = first.Urgent + second.Urgent,
            FollowUpsDue = first.FollowUpsDue + second.FollowUpsDue,
            FollowUpsOnTime = first.FollowUpsOnTime + second.FollowUpsOnTime,
            ReferralsDue = first.ReferralsDue + second.ReferralsDue,
            ReferralsInTime = first.ReferralsInTime + second.ReferralsInTime,
            ServicesDue = first.ServicesDue + second.ServicesDue,
            ServicesGiven = first.ServicesGiven + second.ServicesGiven,
            Followed = Sum(first.Followed, second.Followed),
            Managed = Sum(first.Managed, second.Managed),
            ToStandard = Sum(first.ToStandard, second.ToStandard),
            InControl = Sum(first.InControl, second.InControl),
            Batches = Sum(first.Batches, second.Batches),
            Conditions = Sum(first.Conditions, second.Conditions),
        };

    public static CoverageCounts Add(CoverageCounts left, CoverageCounts right) => left + right;

    public static CoverageCounts Sum(IEnumerable<CoverageCounts> all) => all.Aggregate(None, Add);

    private static (int Due, int Given) ServicesBy(Household household, DateOnly today) =>
        household.Contracts.FirstOrDefault(contract => contract.Year == today.Year) is { } contract
            ? contract.By(today, number => household.Members.FirstOrDefault(member => member.Number == number)?.LeftOn)
            : (0, 0);

    private static DateTimeOffset YearBefore(DateOnly today) => new(today.AddYears(-1), TimeOnly.MinValue, Platform.Time.ChinaTime.Offset);

    private static SortedDictionary<string, int> Tally(IEnumerable<string> codes) =>
        new(
            codes.GroupBy(code => code, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count()),
            StringComparer.Ordinal
        );

    private static SortedDictionary<string, int> Sum(IReadOnlyDictionary<string, int> first, IReadOnlyDictionary<string, int> second) =>
        new(
            first
                .Concat(second)
                .GroupBy(pair => pair.Key, StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.Sum(pair => pair.Value)),
            StringComparer.Ordinal
        );
}
