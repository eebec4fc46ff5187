using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Referrals;

public static class ReferralsSetup
{
    public static IServiceCollection AddReferrals(this IServiceCollection services) =>
        services
            .AddQueueOf<ReferralTimeout>()
            .AddTable(ReferralLedgerTable.Name)
            .AddSingleton<ReferralLedgerTable>()
            .AddSingleton<IHouseholdList, ShowReferralLedgers>()
            .AddSingleton<ListReferralLedgerHandler>()
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
