using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Referrals;

/// <summary>
/// Sets the time limit of a turn, before the turn is committed: a commit whose limit nobody watches cannot happen; a limit without its
/// commit finds nothing. A message is hidden for at most seven days, so what lasts longer is set again when it comes.
/// </summary>
public sealed class ReferralClock(MessageSender messages)
{
    private static readonly TimeSpan Max = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public Task SetAsync(CaseKey key, int turn, TimeSpan after, CancellationToken cancellationToken) =>
        messages.SendAsync(
            new ReferralTimeout(key.Household.Value, key.Member, key.Id, turn),
            after > Max ? Max
                : after < Shortest ? Shortest
                : after,
            cancellationToken
        );
}
