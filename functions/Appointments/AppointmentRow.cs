using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Appointments;

/// <summary>
/// RowKey <c>reservation:01:{id}</c> while it is to come, <c>history:reservation:01:{id}</c> after. A key that begins with <c>appointment</c>
/// would sort before the header and not be read with the household.
/// </summary>
internal static class AppointmentRow
{
    public const string Kind = "reservation";

    public static Appointment? Find(HouseholdPartition partition, CaseKey key, FieldSealer sealer) =>
        CaseRow.Find<Appointment>(partition, Kind, key.Member, key.Id, sealer);

    public static IEnumerable<Appointment> OpenOf(HouseholdPartition partition, int member, FieldSealer sealer) =>
        CaseRow.OpenOf<Appointment>(partition, Kind, member, sealer);

    public static TableEntity Write(HouseholdId household, Appointment appointment, FieldSealer sealer) =>
        CaseRow.Write(household, Kind, appointment.Member, appointment.Id, appointment, appointment.IsOver, sealer);

    public static string OpenKey(Appointment appointment) => CaseRow.Key(Kind, appointment.Member, appointment.Id);
}
