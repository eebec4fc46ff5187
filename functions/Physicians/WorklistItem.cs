using Alleviation.Functions.Households;

namespace Alleviation.Functions.Physicians;

/// <summary>One line of a worklist: a household of the panel, or what is due for one of its members.</summary>
/// <param name="Member">0 for the household itself.</param>
/// <param name="HeadName">The household head's.</param>
/// <param name="Conditions">ICD-10 codes.</param>
/// <param name="FollowUps">What is due, and when; overdue is derived when it is read.</param>
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
    IReadOnlyList<DueFollowUp> FollowUps)
{
    public DateOnly? DueOn => FollowUps.Count == 0 ? null : FollowUps.Min(followUp => followUp.DueOn);

    /// <summary>The lines of a household: its own, which guards the others, then one for each member with an open plan.</summary>
    public static IReadOnlyList<WorklistItem> Of(Household household)
    {
        var head = household.PresentMembers.FirstOrDefault()?.Name ?? "";
        return
        [
            new WorklistItem(household.Id, household.Version, 0, household.VillageCode, head, null, null, [], false, []),
            .. household.PresentMembers.Where(member => member.Plan is { IsOpen: true }).Select(member => new WorklistItem(
                household.Id,
                household.Version,
                member.Number,
                household.VillageCode,
                head,
                member.Name,
                member.RecordNumber,
                member.Conditions,
                member.Plan!.Urgent,
                member.Plan.FollowUps)),
        ];
    }
}
