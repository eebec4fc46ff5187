using Alleviation.Functions.Households;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Medication;

public static class MedicationSetup
{
    public static IServiceCollection AddMedication(this IServiceCollection services) =>
        services
            .AddSingleton<Drugs>()
            .AddSingleton<AllergyCheck>()
            .AddSingleton<DrugCautions>()
            .AddSingleton<PrescribingRules>()
            .AddSingleton<MedicationReview>()
            .AddSingleton<FollowingTasks>(services => services.GetRequiredService<MedicationReview>().Follow)
            .AddSingleton<CourseCheck>()
            .AddSingleton<GetMedicationHandler>()
            .AddSingleton<SaveCourseHandler>()
            .AddSingleton<StopCourseHandler>()
            .AddSingleton<RecordAllergyHandler>();
}
