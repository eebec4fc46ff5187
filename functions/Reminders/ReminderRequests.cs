using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Reminders;

/// <summary>Asks for reminders, before the commit that brings what they tell of; asks for none where there is no gateway.</summary>
public sealed class ReminderRequests(MessageSender messages, IOptions<RemindersOptions> options)
{
    /// <param name="version">Of the household that the event is in.</param>
    public async Task AnnounceAsync(HouseholdId household, int version, IEnumerable<Reminder> reminders, CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn) { return; }
        foreach (var reminder in reminders) { await messages.SendAsync(new ReminderDue(household.Value, version, reminder), cancellationToken); }
    }
}
