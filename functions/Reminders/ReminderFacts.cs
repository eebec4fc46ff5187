using System.Globalization;
using Alleviation.Functions.Appointments;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Referrals;

namespace Alleviation.Functions.Reminders;

/// <summary>Says whether what a family is to be told of is still so: a visit that was made yesterday evening needs no reminder.</summary>
public sealed class ReminderFacts(Cases<Referral> referrals, Cases<Appointment> appointments, TimeProvider clock)
{
    public static Reminder VisitOn(DateOnly day, int member) =>
        new(ReminderKind.VisitTomorrow, day.ToString(Reminder.DayForm, CultureInfo.InvariantCulture), member);

    /// <returns>Null when it is not so any more. What has no time has an empty fact.</returns>
    public async Task<ReminderFact?> FindAsync(Household household, Reminder reminder, CancellationToken cancellationToken)
    {
        if (household.PresentMembers.All(member => member.Number != reminder.Member))
        {
            return null;
        }
        return reminder.Kind switch
        {
            ReminderKind.VisitTomorrow => Visit(household, reminder),
            ReminderKind.ReferralAnswered => await AnswerAsync(household, reminder, cancellationToken),
            _ => await AppointmentAsync(household, reminder, cancellationToken),
        };
    }

    private ReminderFact? Visit(Household household, Reminder reminder)
    {
        var day = DateOnly.ParseExact(reminder.Reference, Reminder.DayForm, CultureInfo.InvariantCulture);
        var isDue = household.PresentMembers.Any(member =>
            member.Plan is { IsOpen: true } plan && plan.FollowUps.Any(followUp => followUp.DueOn == day)
        );
        return isDue && day >= clock.Today() ? new ReminderFact(day.ToDateTime(TimeOnly.MinValue).InChina()) : null;
    }

    private async Task<ReminderFact?> AnswerAsync(Household household, Reminder reminder, CancellationToken cancellationToken) =>
        await referrals.FindAsync(new CaseKey(household.Id, reminder.Member, reminder.Reference), cancellationToken) is { Answer: not null }
            ? new ReminderFact(null)
            : null;

    private async Task<ReminderFact?> AppointmentAsync(Household household, Reminder reminder, CancellationToken cancellationToken)
    {
        var id = reminder.Reference.Split(':')[0];
        var appointment = await appointments.FindAsync(new CaseKey(household.Id, reminder.Member, id), cancellationToken);
        return appointment is not null && ReminderOf(appointment, reminder.Kind) == reminder && appointment.Start > clock.GetUtcNow()
            ? new ReminderFact(appointment.Start)
            : null;
    }

    private static Reminder? ReminderOf(Appointment appointment, ReminderKind kind) =>
        (kind, appointment.Status) switch
        {
            (ReminderKind.AppointmentTomorrow, AppointmentStatus.Booked) => AppointmentReminders.DayBefore(
                appointment.Id,
                appointment.Member,
                appointment.Start.ToChinaDate()
            ),
            (ReminderKind.AppointmentMoved, AppointmentStatus.Booked) => AppointmentReminders.Moved(appointment),
            (ReminderKind.AppointmentCancelled, AppointmentStatus.Cancelled) => AppointmentReminders.Cancelled(appointment),
            _ => null,
        };
}

/// <param name="At">When it will be, where that is known.</param>
public sealed record ReminderFact(DateTimeOffset? At);
