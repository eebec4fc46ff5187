using Alleviation.Functions.Households;

namespace Alleviation.Functions.Changes;

/// <summary>A family is to be told of something that this version of the household brought, or that stands in it.</summary>
public sealed record ReminderDue(string Household, int HouseholdVersion, Reminder Reminder) : IHouseholdMessage
{
    public static string Name => "reminder-due";

    public static int Version => 1;

    public static string Queue => "reminders";
}
