using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Changes;

/// <summary>Whether there is a gateway to send them by.</summary>
public delegate bool RemindersAreSent();

/// <summary>Asks for reminders, before the commit that brings what they tell of; asks for none where there is no gateway.</summary>
public sealed class ReminderRequests(MessageSender messages, RemindersAreSent areSent)
{
    /// <param name="version">Of the household that the event is in.</param>
    public async Task AnnounceAsync(
        HouseholdId household,
        int version,
        IEnumerable<Reminder> reminders,
        CancellationToken cancellationToken
    )
    {
        if (!areSent())
        {
            return;
        }
        foreach (var reminder in reminders)
        {
            await messages.SendAsync(new ReminderDue(household.Value, version, reminder), cancellationToken);
        }
    }
}
