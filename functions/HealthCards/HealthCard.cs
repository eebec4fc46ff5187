using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.HealthCards;

/// <summary>A member's health card (居民健康卡): one at a time.</summary>
/// <param name="Token">What its QR code says.</param>
/// <param name="IssuedBy">Account id.</param>
public sealed record HealthCard(int Member, string Token, DateTimeOffset IssuedAt, string IssuedBy);

/// <summary>RowKey = <c>qrCard:01</c>; no row while the member has no card. (<c>healthCard:</c> would sort before the header and not be read with it.)</summary>
internal static class HealthCardRow
{
    private const string Kind = "qrCard";

    public static HealthCard? Find(HouseholdPartition partition, int member, FieldSealer sealer) =>
        partition.Rows.FirstOrDefault(row => row.RowKey == KeyOf(member)) is { } row ? SealedRow.Read<HealthCard>(row, sealer) : null;

    public static TableEntity Write(HouseholdId household, HealthCard card, FieldSealer sealer) => SealedRow.Write(household, KeyOf(card.Member), card, sealer);

    public static string KeyOf(int member) => HouseholdRow.MemberKey(Kind, member);
}
