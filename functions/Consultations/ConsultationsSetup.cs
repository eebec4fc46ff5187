using Alleviation.Functions.Households;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Consultations;

public static class ConsultationsSetup
{
    public static IServiceCollection AddConsultations(this IServiceCollection services) => services
        .AddSingleton<IEndsWithMember, ThreadEnd>()
        .AddSingleton<ThreadCheck>()
        .AddSingleton<ThreadViews>()
        .AddSingleton<StartThreadHandler>()
        .AddSingleton<WriteMessageHandler>()
        .AddSingleton<UnderstandThreadHandler>()
        .AddSingleton<CloseThreadHandler>()
        .AddSingleton<GetThreadHandler>()
        .AddSingleton<ListThreadsHandler>();
}
