using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Referrals;

namespace Alleviation.Functions.Appointments;

/// <param name="Start">The first free slot; null where there is none within the days that were looked through.</param>
/// <param name="Minutes">Null without a slot.</param>
/// <param name="Place">Where patients come, or how they are called; null without a slot.</param>
public sealed record EarliestSlot(Receiver Physician, DateTimeOffset? Start, int? Minutes, string? Place);

/// <summary>The earliest first; of the same moment the nearest. Who has nothing free stands last.</summary>
public sealed record EarliestSlotList(int Days, IReadOnlyList<EarliestSlot> Items);

/// <summary>Who of a discipline could see somebody of a household first (最早可约).</summary>
public sealed class FindEarliestSlotsHandler(
    ListReceiversHandler receivers,
    SlotPlanTable plans,
    AppointmentTable appointments,
    TimeProvider clock
)
{
    /// <summary>Physicians plan a month ahead.</summary>
    private const int Days = 31;

    /// <summary>The nearest ones: each costs two reads.</summary>
    private const int MaxPhysicians = 20;

    /// <returns>Null where the caller may not see the household.</returns>
    public async Task<EarliestSlotList?> HandleAsync(HouseholdId id, string discipline, Caller caller, CancellationToken cancellationToken)
    {
        if (await receivers.HandleAsync(id, discipline, caller, cancellationToken) is not { } list)
        {
            return null;
        }
        var found = await Task.WhenAll(list.Items.Take(MaxPhysicians).Select(receiver => FirstOfAsync(receiver, cancellationToken)));
        return new EarliestSlotList(Days, [.. found.OrderBy(slot => slot.Start ?? DateTimeOffset.MaxValue)]);
    }

    private async Task<EarliestSlot> FirstOfAsync(Receiver receiver, CancellationToken cancellationToken)
    {
        var none = new EarliestSlot(receiver, null, null, null);
        if (!PhysicianId.TryParse(receiver.Id, out var physician))
        {
            return none;
        }
        var (plan, _) = await plans.FindAsync(physician, cancellationToken);
        if (plan.Version == 0)
        {
            return none;
        }
        var today = clock.Today();
        var claims = await appointments.ListAsync(
            physician,
            ChinaTime.StartOf(today),
            ChinaTime.StartOf(today.AddDays(Days)),
            cancellationToken
        );
        var first = ListSlotsHandler
            .Of(plan, claims, today, Days, new HashSet<SlotClaim>(), clock.GetUtcNow())
            .FirstOrDefault(slot => !slot.IsTaken);
        return new EarliestSlot(receiver, first?.Start, first?.Minutes, first?.Place);
    }
}
