using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Conferences;

/// <summary>
/// RowKey <c>meeting:01:{id}</c> while it is open, <c>history:meeting:01:{id}</c> after. A key that begins with <c>conference</c> would sort
/// before the header and not be read with the household.
/// </summary>
internal static class ConferenceRow
{
    public const string Kind = "meeting";

    public static Conference? Find(HouseholdPartition partition, CaseKey key, FieldSealer sealer) =>
        CaseRow.Find<Conference>(partition, Kind, key.Member, key.Id, sealer);

    public static TableEntity Write(HouseholdId household, Conference conference, FieldSealer sealer) =>
        CaseRow.Write(household, Kind, conference.Member, conference.Id, conference, conference.IsOver, sealer);

    public static string OpenKey(Conference conference) => CaseRow.Key(Kind, conference.Member, conference.Id);
}
