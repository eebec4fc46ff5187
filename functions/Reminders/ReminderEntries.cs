using System.Text.Json;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Reminders;

/// <summary>
/// What a reminder leaves in the record: that it was handed over, or given up and why. It is no use of the record (docs/domain.md §7), so
/// the
/// member's summary does not move.
/// </summary>
internal static class ReminderEntries
{
    private const string Kind = "reminder";
    private const string Service = "service";

    public static Entry Of(Reminder reminder, ReminderDelivery delivery)
    {
        var facts = new Dictionary<string, JsonElement>
        {
            ["about"] = JsonSerializer.SerializeToElement(JsonNamingPolicy.CamelCase.ConvertName(reminder.Kind.ToString())),
            ["state"] = JsonSerializer.SerializeToElement(JsonNamingPolicy.CamelCase.ConvertName(delivery.State.ToString())),
            ["attempts"] = JsonSerializer.SerializeToElement(delivery.Attempts),
        };
        if (delivery.Code is { } code)
        {
            facts["code"] = JsonSerializer.SerializeToElement(code);
        }
        return new Entry(reminder.Member, delivery.EndedAt!.Value, Kind, reminder.Key.Replace(':', '-'), Service)
        {
            Reference = reminder.Reference.Split(':')[0],
            Facts = facts,
        };
    }
}
