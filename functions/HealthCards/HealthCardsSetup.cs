using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.HealthCards;

public static class HealthCardsSetup
{
    public static IServiceCollection AddHealthCards(this IServiceCollection services) =>
        services
            .AddTable(CardTable.Name)
            .AddSingleton<CardTable>()
            .AddSingleton<IPersonFollower, CardFollower>()
            .AddSingleton<IssueCardHandler>()
            .AddSingleton<WithdrawCardHandler>()
            .AddSingleton<ReadCardHandler>();
}
