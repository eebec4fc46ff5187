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

    private static string Key(Entry entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"{HouseholdRow.MemberKey(Kind, entry.Member)}:{entry.At.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}:{entry.Kind}:{entry.Id}");
}
