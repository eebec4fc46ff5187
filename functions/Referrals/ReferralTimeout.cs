using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Referrals;

/// <summary>Whoever was asked in this turn has had the time to accept.</summary>
/// <param name="Turn">Of the referral: a limit of an earlier one means nothing any more.</param>
public sealed record ReferralTimeout(string Household, int Member, string Referral, int Turn) : IMessage
{
    public static string Name => "referral-timeout";

    public static int Version => 1;

    public static string Queue => "referral-timeouts";
}
