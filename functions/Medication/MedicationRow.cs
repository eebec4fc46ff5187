using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Medication;

/// <summary>RowKey = <c>medication:01</c>: a member's list; <c>history:medication:01:v0007:{course}</c>: a course that left it with that version.</summary>
internal static class MedicationRow
{
    public const string Kind = "medication";

    public static string Key(int member) => HouseholdRow.MemberKey(Kind, member);

    public static TableEntity Write(HouseholdId household, MedicationList list, FieldSealer sealer) => SealedRow.Write(household, Key(list.Member), list, sealer);

    public static TableEntity WriteOver(HouseholdId household, MedicationList list, Course course, FieldSealer sealer) =>
        SealedRow.Write(household, string.Create(CultureInfo.InvariantCulture, $"history:{Key(list.Member)}:v{list.Version:D4}:{course.Id}"), course, sealer);

    public static MedicationList Read(TableEntity row, FieldSealer sealer) => SealedRow.Read<MedicationList>(row, sealer);

    public static MedicationList Of(HouseholdPartition partition, int member, FieldSealer sealer) =>
        partition.Rows.FirstOrDefault(row => row.RowKey == Key(member)) is { } row ? Read(row, sealer) : new MedicationList(member, 0, []);
}
