using Alleviation.Functions.Changes;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Reminders;

public static class RemindersSetup
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddOptions<RemindersOptions>().BindConfiguration(RemindersOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // No log of addresses, which may carry a gateway's key; and a signed message goes nowhere but where it was sent.
        services
            .AddHttpClient<IReminderChannel, WebhookChannel>()
            .RemoveAllLoggers()
            .UseSocketsHttpHandler(
                (handler, _) => (handler.AllowAutoRedirect, handler.PooledConnectionLifetime) = (false, TimeSpan.FromMinutes(5))
            )
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        return services
            .AddTable(ReminderTable.Name)
            .AddQueueOf<ReminderDue>()
            .AddSingleton<RemindersAreSent>(provider => () => provider.GetRequiredService<IOptions<RemindersOptions>>().Value.IsOn)
            .AddSingleton<ReminderRequests>()
            .AddSingleton<ReminderTable>()
            .AddSingleton<ReminderTexts>()
            .AddSingleton<ReminderFacts>()
            .AddSingleton<SendReminderHandler>()
            .AddFinishedWork<ReminderDue, SendReminderHandler>((send, message, _, token) => send.IsDoneAsync(message, token))
            .AddSingleton<RemindOfTomorrowHandler>();
    }
}
