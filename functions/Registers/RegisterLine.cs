using Alleviation.Functions.Households;

namespace Alleviation.Functions.Registers;

/// <summary>A member as a register shows them, with what their last visit by the register's form found.</summary>
/// <param name="Age">In full years; null where nobody knows it.</param>
/// <param name="Conditions">ICD-10 codes.</param>
/// <param name="Values">Numbers of the last visit, by field of the form; null where none was made or kept.</param>
/// <param name="InControl">What the last visit found; null before the first.</param>
/// <param name="NextOn">When the next visit is due; null where the plan asks for none.</param>
/// <param name="OverdueDays">Nought while it is not overdue.</param>
/// <param name="PlanStatus">Null without a plan.</param>
public sealed record RegisterLine(
    string HouseholdId,
    int Member,
    string Name,
    string Sex,
    int? Age,
    string VillageCode,
    string? Phone,
    string? RecordNumber,
    IReadOnlyList<string> Conditions,
    IReadOnlyDictionary<string, decimal>? Values,
    bool? InControl,
    DateOnly? LastOn,
    DateOnly? NextOn,
    int OverdueDays,
    string? ResponsiblePhysician,
    string? PlanStatus
)
{
    internal static IEnumerable<RegisterLine> In(Household household, Register register, DateOnly today) =>
        household.Members.Where(member => register.Holds(member, today)).Select(member => Of(household, member, register, today));

    private static RegisterLine Of(Household household, MemberSummary member, Register register, DateOnly today)
    {
        var ledger = member.Ledgers.FirstOrDefault(each => each.Form == register.Form);
        var next = member.Plan is { IsOpen: true } plan
            ? plan.FollowUps.FirstOrDefault(followUp => followUp.Form == register.Form)?.DueOn
            : null;
        return new RegisterLine(
            household.Id.Value,
            member.Number,
            member.Name,
            member.Sex,
            member.AgeAt(today),
            household.VillageCode,
            household.Phone,
            member.RecordNumber,
            member.Conditions,
            ledger?.Values,
            ledger?.InControl,
            ledger?.LastOn,
            next,
            next is { } due ? Math.Max(0, today.DayNumber - due.DayNumber) : 0,
            household.PhysicianId,
            member.Plan?.Status
        );
    }
}
