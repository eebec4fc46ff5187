using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Referrals;

public static class ReferralsSetup
{
    public static IServiceCollection AddReferrals(this IServiceCollection services) =>
        services
            .AddQueueOf<ReferralTimeout>()
            .AddSingleton<ReferralUrgencies>()
            .AddSingleton<ReferralClock>()
            .AddSingleton<IEndsWithMember, MemberReferralEnd>()
            .AddSingleton<IPersonFollower, LimitFollower>()
            .AddSingleton<ReferralCheck>()
            .AddSingleton<SendReferralHandler>()
            .AddSingleton<TakeReferralStepHandler>()
            .AddSingleton<PassOnReferralHandler>()
            .AddFinishedWork<ReferralTimeout, PassOnReferralHandler>((passOn, message, _, token) => passOn.IsDoneAsync(message, token))
            .AddSingleton<GetReferralsHandler>()
            .AddSingleton<ListReceiversHandler>();
}
