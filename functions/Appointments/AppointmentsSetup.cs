using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Appointments;

public static class AppointmentsSetup
{
    public static IServiceCollection AddAppointments(this IServiceCollection services) =>
        services
            .AddTable(AppointmentTable.Name)
            .AddQueueOf<ClaimCheck>()
            .AddSingleton<AppointmentTable>()
            .AddSingleton<IPersonFollower, SlotFollower>()
            .AddSingleton<SlotPlanTable>()
            .AddSingleton<SaveSlotPlanHandler>()
            .AddSingleton<ListSlotsHandler>()
            .AddSingleton<FindEarliestSlotsHandler>()
            .AddSingleton<CheckClaimHandler>()
            .AddFinishedWork<ClaimCheck, CheckClaimHandler>((check, message, _, token) => check.IsDoneAsync(message, token))
            .AddSingleton<SlotClaims>()
            .AddSingleton<IEndsWithMember, MemberAppointmentEnd>()
            .AddSingleton<AppointmentChanges>()
            .AddSingleton<BookAppointmentHandler>()
            .AddSingleton<MoveAppointmentHandler>()
            .AddSingleton<EndAppointmentHandler>()
            .AddSingleton<ListAppointmentsHandler>();
}
