using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households;

/// <summary>RowKey = <c>member:01</c>; all that is told of the person is sealed.</summary>
internal static class MemberRow
{
    public const string Kind = "member";

    public static TableEntity Write(HouseholdId household, Member member, FieldSealer sealer) =>
        SealedRow.Write(household, HouseholdRow.MemberKey(Kind, member.Number), member, sealer);

    public static Member Read(TableEntity row, FieldSealer sealer) => SealedRow.Read<Member>(row, sealer);
}
