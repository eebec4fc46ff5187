using Alleviation.Functions.Households;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Consultations;

public static class ConsultationsSetup
{
    public static IServiceCollection AddConsultations(this IServiceCollection services) =>
        services
            .AddSingleton<IEndsWithMember, ConsultationEnd>()
            .AddSingleton<ConsultationCheck>()
            .AddSingleton<ConsultationViews>()
            .AddSingleton<StartConsultationHandler>()
            .AddSingleton<WriteMessageHandler>()
            .AddSingleton<AcknowledgeConsultationHandler>()
            .AddSingleton<CloseConsultationHandler>()
            .AddSingleton<GetConsultationHandler>()
            .AddSingleton<ListConsultationsHandler>();
}
