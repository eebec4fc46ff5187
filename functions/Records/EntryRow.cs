using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Records;

/// <summary>RowKey = <c>entry:01:20261122T083000Z:{kind}:{id}</c>, in the order of time.</summary>
internal static class EntryRow
{
    public const string Kind = "entry";

    public static TableEntity Write(HouseholdId household, Entry entry, FieldSealer sealer) =>
        SealedRow.Write(household, Key(entry), entry, sealer);

    public static Entry Read(TableEntity row, FieldSealer sealer) => SealedRow.Read<Entry>(row, sealer);

    /// <summary>What the keys of a member's entries of one second begin with.</summary>
    public static string KeyAt(int member, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{HouseholdRow.MemberKey(Kind, member)}:{at.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");

    private static string Key(Entry entry) => $"{KeyAt(entry.Member, entry.At)}:{entry.Kind}:{entry.Id}";
}
