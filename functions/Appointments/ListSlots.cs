using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Appointments;

/// <param name="IsPlanned">False for a booking that the plan does not have any more.</param>
/// <param name="Booking">To the physician alone, while he may see the patient.</param>
public sealed record SlotView(DateTimeOffset Start, int Minutes, string Place, bool IsTaken, bool IsPlanned, SlotBooking? Booking);

public sealed record SlotBooking(string Id, string HouseholdId, int Member, string Name);

/// <summary>In the order of time. Free slots that are past are left out.</summary>
public sealed record SlotList(string PhysicianId, DateOnly From, int Days, IReadOnlyList<SlotView> Items);

/// <summary>
/// A physician's slots of some days: the plan, and what is claimed of it; for the own ones one read more for each household.
/// </summary>
public sealed class ListSlotsHandler(SlotPlanTable plans, AppointmentTable appointments, HouseholdTable households, TimeProvider clock)
{
    /// <param name="caller">Where it is the physician, who comes is told.</param>
    public async Task<SlotList> HandleAsync(
        PhysicianId physician,
        DateOnly from,
        int days,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (plan, _) = await plans.FindAsync(physician, cancellationToken);
        var claims = await appointments.ListAsync(
            physician,
            ChinaTime.StartOf(from),
            ChinaTime.StartOf(from.AddDays(days)),
            cancellationToken
        );
        var visible = await ToldAsync(physician, claims, caller, cancellationToken);
        return new SlotList(physician.Value, from, days, Of(plan, claims, from, days, visible, clock.GetUtcNow()));
    }

    private async Task<IReadOnlySet<SlotClaim>> ToldAsync(
        PhysicianId physician,
        IReadOnlyList<SlotClaim> claims,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (caller.PhysicianId != physician.Value)
        {
            return new HashSet<SlotClaim>();
        }
        var found = await Task.WhenAll(
            claims.Select(claim => claim.Household).Distinct().Select(id => households.FindAsync(id, cancellationToken))
        );
        var known = found.OfType<StoredHousehold>().ToDictionary(stored => stored.Household.Id, stored => stored.Household);
        return claims
            .Where(claim => known.TryGetValue(claim.Household, out var household) && caller.MaySee(household, claim.Member))
            .ToHashSet();
    }

    internal static IReadOnlyList<SlotView> Of(
        SlotPlan plan,
        IReadOnlyList<SlotClaim> claims,
        DateOnly from,
        int days,
        IReadOnlySet<SlotClaim> visible,
        DateTimeOffset now
    )
    {
        var planned = Enumerable.Range(0, days).SelectMany(day => plan.On(from.AddDays(day))).ToList();
        return
        [
            .. planned
                .Where(slot => slot.Start > now && claims.All(claim => claim.Start != slot.Start))
                // A slot of a newer plan may lie across a booking of an older one.
                .Select(slot => new SlotView(
                    slot.Start,
                    slot.Minutes,
                    slot.Place,
                    claims.Any(claim => claim.Start < slot.End && slot.Start < claim.End),
                    IsPlanned: true,
                    null
                ))
                .Concat(
                    claims.Select(claim => new SlotView(
                        claim.Start,
                        claim.Minutes,
                        claim.Place,
                        IsTaken: true,
                        planned.Any(slot => slot.Start == claim.Start && slot.Minutes == claim.Minutes),
                        visible.Contains(claim)
                            ? new SlotBooking(claim.AppointmentId, claim.Household.Value, claim.Member, claim.Name)
                            : null
                    ))
                )
                .OrderBy(slot => slot.Start),
        ];
    }
}
