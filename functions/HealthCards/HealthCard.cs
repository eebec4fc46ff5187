using Alleviation.Functions.Households;

namespace Alleviation.Functions.HealthCards;

/// <summary>A member's health card (居民健康卡): one at a time.</summary>
/// <param name="Token">What its QR code says.</param>
/// <param name="IssuedBy">Account id.</param>
public sealed record HealthCard(int Member, string Token, DateTimeOffset IssuedAt, string IssuedBy)
{
    public static DocumentKind<HealthCard> StoredAs { get; } = new("card");
}
