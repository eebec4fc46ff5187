using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.CarePlans;

/// <summary>
/// RowKey <c>opinion:01:cardiology</c> while the plan waits for a decision; then <c>history:opinion:01:v0004:cardiology</c>, with the
/// version that ended the waiting.
/// </summary>
internal static class OpinionRow
{
    private const string Kind = "opinion";

    public static TableEntity Write(HouseholdId household, Opinion opinion, FieldSealer sealer) =>
        SealedRow.Write(household, KeyOf(opinion.Member, opinion.Discipline), opinion, sealer);

    public static TableEntity WriteHistory(HouseholdId household, Opinion opinion, int version, FieldSealer sealer) =>
        SealedRow.Write(household, HistoryOf(opinion.Member, version) + opinion.Discipline, opinion, sealer);

    public static Opinion Read(TableEntity row, FieldSealer sealer) => SealedRow.Read<Opinion>(row, sealer);

    public static bool IsOf(TableEntity row, int member) => row.RowKey.StartsWith(HouseholdRow.MemberKey(Kind, member) + ":", StringComparison.Ordinal);

    public static string KeyOf(int member, string discipline) => $"{HouseholdRow.MemberKey(Kind, member)}:{discipline}";

    /// <summary>What the keys of a decided version's opinions begin with.</summary>
    public static string HistoryOf(int member, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"history:{HouseholdRow.MemberKey(Kind, member)}:v{version:D4}:");
}
