using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.CarePlans;

public static class CarePlansSetup
{
    public static IServiceCollection AddCarePlans(this IServiceCollection services) =>
        services
            .AddSingleton<PathwayCatalogue>()
            .AddSingleton<PlanDrafting>()
            .AddSingleton<IEndsWithMember, PlanEnd>()
            .AddSingleton<CarePlanCheck>()
            .AddSingleton<OpinionCheck>()
            .AddSingleton<CarePlanHistory>()
            .AddSingleton<CarePlanAnswers>()
            .AddSingleton<GetCarePlanHandler>()
            .AddSingleton<EditCarePlanHandler>()
            .AddSingleton<TakePlanStepHandler>()
            .AddSingleton<GiveOpinionHandler>()
            .AddSingleton<ReportActivityHandler>()
            .AddSingleton<SettleUrgencyHandler>()
            .AddSingleton<ReadPlanHistoryHandler>();
}
