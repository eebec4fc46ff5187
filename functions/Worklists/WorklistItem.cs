using Alleviation.Functions.Households;

namespace Alleviation.Functions.Worklists;

/// <summary>One line of a worklist: what is due for a member, or for the household, or that there is nothing to do for it.</summary>
/// <param name="Member">0 for the household itself.</param>
/// <param name="HeadName">The household head's; empty to a guest of another member.</param>
/// <param name="Conditions">ICD-10 codes.</param>
/// <param name="FollowUps">What is due, and when; overdue is derived when it is read. The responsible physician's only.</param>
/// <param name="Tasks">What else this physician has to do for the member, or for the household.</param>
public sealed record WorklistItem(
    HouseholdId Household,
    int Member,
    string VillageCode,
    string HeadName,
    string? MemberName,
    string? RecordNumber,
    IReadOnlyList<string> Conditions,
    bool Urgent,
    IReadOnlyList<DueFollowUp> FollowUps,
    IReadOnlyList<HouseholdTask> Tasks
)
{
    /// <summary>The member's: what counts as in control depends on the age, and a phone without signal cannot look it up.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>The household's telephone: whoever calls needs no other page, and none without signal.</summary>
    public string? Phone { get; init; }

    /// <summary>Why the line is urgent, the newest finding first; not where a task alone is urgent.</summary>
    public IReadOnlyList<UrgencySummary> Urgencies { get; init; } = [];

    /// <summary>Of a guest's lines: when he may see them no longer (<see cref="Guest"/>).</summary>
    public DateTimeOffset? SeenUntil { get; init; }

    public DateOnly? DueOn => FollowUps.Select(followUp => followUp.DueOn).Concat(Tasks.Select(task => task.DueOn)).Cast<DateOnly?>().Min();

    /// <summary>Codes of list taskKind: what there is to do.</summary>
    internal IEnumerable<string> Kinds =>
        Tasks.Select(task => task.Kind).Concat(FollowUps.Count > 0 ? [HouseholdTask.FollowUpKind] : []).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The lines of a household on a physician's list: one for each member with an open plan, where the physician is responsible, or with
    /// something to do for this physician; its own where there is something to do for it, or nothing at all.
    /// </summary>
    public static IReadOnlyList<WorklistItem> Of(Household household, string physicianId)
    {
        var isOnPanel = household.PhysicianId == physicianId;
        var lines = Of(household, isOnPanel, [.. household.OpenTasks.Where(task => task.For == physicianId)]);
        return household.IsCaredForBy(physicianId) ? lines : [.. lines.Select(line => line.ForGuest(household, physicianId))];
    }

    /// <summary>The lines for the health workers of the household's village.</summary>
    public static IReadOnlyList<WorklistItem> OfVillage(Household household) =>
        Of(household, hasFollowUps: true, [.. household.OpenTasks.Where(task => task.For is null)]);

    private WorklistItem ForGuest(Household household, string physicianId) =>
        this with
        {
            HeadName = household.Head is { } head && household.IsGuestsMember(physicianId, head.Number) ? HeadName : "",
            SeenUntil = household.GuestUntil(physicianId, Member),
        };

    private static List<WorklistItem> Of(Household household, bool hasFollowUps, IReadOnlyList<HouseholdTask> tasks)
    {
        var head = household.Head?.Name ?? "";
        var own = tasks.Where(task => task.Member == 0).ToList();
        // Of who has left and is not taken over yet, what is open still has to be done by somebody; visits are made where people live.
        var lines = household
            .Members.Select(member => LineOf(member, hasFollowUps && member is { LeftOn: null, Plan: { IsOpen: true } open } ? open : null))
            .OfType<WorklistItem>()
            .ToList();
        if (own.Count > 0 || lines.Count == 0)
        {
            var isUrgent = own.Any(task => task.Urgent);
            lines.Insert(
                0,
                new WorklistItem(household.Id, 0, household.VillageCode, head, null, null, [], isUrgent, [], own)
                {
                    Phone = household.Phone,
                }
            );
        }
        return lines;

        WorklistItem? LineOf(MemberSummary member, PlanSummary? plan)
        {
            var theirs = tasks.Where(task => task.Member == member.Number).ToList();
            return plan is null && theirs.Count == 0
                ? null
                : new WorklistItem(
                    household.Id,
                    member.Number,
                    household.VillageCode,
                    head,
                    member.Name,
                    member.RecordNumber,
                    member.Conditions,
                    plan is { Urgent: true } || theirs.Any(task => task.Urgent),
                    plan?.FollowUps ?? [],
                    theirs
                )
                {
                    BornOn = member.BornOn,
                    Phone = household.Phone,
                    Urgencies = plan?.Urgencies ?? [],
                };
        }
    }
}

/// <summary>A household that stands on a physician's list, whether or not there is anything to do.</summary>
/// <param name="HeadName">The household head's; empty to a guest.</param>
/// <param name="IsOnPanel">The physician is responsible for the household.</param>
/// <param name="ContractYears">The newest years with a family-doctor contract.</param>
public sealed record ListedHousehold(
    HouseholdId Household,
    int Version,
    string VillageCode,
    string HeadName,
    bool IsOnPanel,
    IReadOnlyList<int> ContractYears
)
{
    public static ListedHousehold Of(Household household, string physicianId)
    {
        var isSeen = household.IsCaredForBy(physicianId);
        return new ListedHousehold(
            household.Id,
            household.Version,
            household.VillageCode,
            isSeen ? household.Head?.Name ?? "" : "",
            household.PhysicianId == physicianId,
            isSeen ? household.ContractYears : []
        );
    }
}
