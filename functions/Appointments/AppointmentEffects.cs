using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Appointments;

/// <summary>
/// What an appointment leaves in its household's header: the physician may look in until it is over, and the day is a task of the village;
/// pure.
/// </summary>
internal static class AppointmentEffects
{
    public const string Kind = "appointment";

    public static Household With(this Household household, Appointment appointment, GuestPeriods periods) =>
        household with
        {
            Guests =
            [
                .. household.Guests.Where(guest => guest.Because != appointment.Because),
                .. appointment.IsOver ? [] : new[] { GuestOf(appointment, periods) },
            ],
            Tasks =
            [
                .. household.Tasks.Where(task =>
                    !(task.Kind == Kind && task.Member == appointment.Member && task.Reference == appointment.Id)
                ),
                .. appointment.IsOver
                    ? []
                    : new[]
                    {
                        new HouseholdTask(
                            Kind,
                            appointment.Id,
                            appointment.Member,
                            appointment.Start.ToChinaDate(),
                            Condition: appointment.Condition
                        ),
                    },
            ],
        };

    private static Guest GuestOf(Appointment appointment, GuestPeriods periods) =>
        new(
            appointment.PhysicianId,
            appointment.Because,
            appointment.Member,
            appointment.Start.AddMinutes(appointment.Minutes) + periods.AfterAppointment
        );
}
