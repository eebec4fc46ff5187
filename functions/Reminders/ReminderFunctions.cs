using Alleviation.Functions.Changes;
using Alleviation.Functions.Platform.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Reminders;

/// <summary>Sends messages to families. The queue is separate, so that a gateway that does not answer delays nothing else.</summary>
public sealed class ReminderFunctions(Deliveries deliveries, SendReminderHandler send, RemindOfTomorrowHandler remindOfTomorrow)
{
    [Function("SendReminder")]
    public Task SendAsync([QueueTrigger("reminders")] QueueMessage message, CancellationToken cancellationToken) =>
        deliveries.HandleAsync<ReminderDue>(message, delivery => send.HandleAsync(delivery, cancellationToken), cancellationToken);

    /// <summary>At nine in the morning and at three in the afternoon in China.</summary>
    [Function("RemindOfTomorrow")]
    public Task RemindOfTomorrowAsync([TimerTrigger("0 0 1,7 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        remindOfTomorrow.HandleAsync(cancellationToken);
}
