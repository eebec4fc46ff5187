using Alleviation.Functions.Households;

namespace Alleviation.Functions.Worklists;

/// <summary>One line of a worklist: a household of the panel, or what is due for one of its members.</summary>
/// <param name="Member">0 for the household itself.</param>
/// <param name="HeadName">The household head's; empty to a guest of another member.</param>
/// <param name="Conditions">ICD-10 codes.</param>
/// <param name="FollowUps">What is due, and when; overdue is derived when it is read. The responsible physician's only.</param>
/// <param name="Tasks">What else this physician has to do for the member, or for the household.</param>
/// <param name="IsOnPanel">The physician is responsible for the household.</param>
public sealed record WorklistItem(
    HouseholdId Household,
    int Version,
    int Member,
    string VillageCode,
    string HeadName,
    string? MemberName,
    string? RecordNumber,
    IReadOnlyList<string> Conditions,
    bool Urgent,
    IReadOnlyList<DueFollowUp> FollowUps,
    IReadOnlyList<HouseholdTask> Tasks,
    bool IsOnPanel = true
)
{
    /// <summary>Of the household's own line: the newest years with a family-doctor contract.</summary>
    public IReadOnlyList<int>? ContractYears { get; init; }

    /// <summary>The member's: what counts as in control hangs on the age, and a phone without signal has no record to look it up.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>Of a guest's lines: when he may see them no longer (<see cref="Guest"/>).</summary>
    public DateTimeOffset? SeenUntil { get; init; }

    public DateOnly? DueOn => FollowUps.Select(followUp => followUp.DueOn).Concat(Tasks.Select(task => task.DueOn)).Cast<DateOnly?>().Min();

    /// <summary>
    /// The lines of a household on a physician's list: its own, which guards the others, then one for each member with an open plan, where
    /// the physician is responsible, or with something to do for this physician.
    /// </summary>
    public static IReadOnlyList<WorklistItem> Of(Household household, string physicianId)
    {
        var isOnPanel = household.PhysicianId == physicianId;
        var lines = Of(household, isOnPanel, [.. household.Tasks.Where(task => task.For == physicianId)]);
        return household.IsCaredForBy(physicianId) ? lines : [.. lines.Select(line => line.ForGuest(household, physicianId))];
    }

    /// <summary>The lines for the health workers of the household's village.</summary>
    public static IReadOnlyList<WorklistItem> OfVillage(Household household) =>
        Of(household, hasFollowUps: true, [.. household.Tasks.Where(task => task.For is null)]);

    private WorklistItem ForGuest(Household household, string physicianId) =>
        this with
        {
            HeadName = household.Head is { } head && household.IsGuestsMember(physicianId, head.Number) ? HeadName : "",
            ContractYears = null,
            SeenUntil = household.GuestUntil(physicianId, Member),
        };

    private static List<WorklistItem> Of(Household household, bool hasFollowUps, IReadOnlyList<HouseholdTask> tasks)
    {
        var head = household.Head?.Name ?? "";
        var own = tasks.Where(task => task.Member == 0).ToList();
        return
        [
            new WorklistItem(
                household.Id,
                household.Version,
                0,
                household.VillageCode,
                head,
                null,
                null,
                [],
                own.Any(task => task.Urgent),
                [],
                own,
                hasFollowUps
            )
            {
                ContractYears = household.ContractYears.Count > 0 ? household.ContractYears : null,
            },
            // Of who has left and is not taken over yet, what is open still has to be done by somebody; visits are made where people live.
            .. household
                .Members.Select(member =>
                    LineOf(member, hasFollowUps && member is { LeftOn: null, Plan: { IsOpen: true } open } ? open : null)
                )
                .OfType<WorklistItem>(),
        ];

        WorklistItem? LineOf(MemberSummary member, PlanSummary? plan)
        {
            var theirs = tasks.Where(task => task.Member == member.Number).ToList();
            return plan is null && theirs.Count == 0
                ? null
                : new WorklistItem(
                    household.Id,
                    household.Version,
                    member.Number,
                    household.VillageCode,
                    head,
                    member.Name,
                    member.RecordNumber,
                    member.Conditions,
                    plan is { Urgent: true } || theirs.Any(task => task.Urgent),
                    plan?.FollowUps ?? [],
                    theirs,
                    hasFollowUps
                )
                {
                    BornOn = member.BornOn,
                };
        }
    }
}
