using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Medication;

public static class MedicationSetup
{
    public static IServiceCollection AddMedication(this IServiceCollection services) => services
        .AddSingleton<Drugs>()
        .AddSingleton<AllergyCheck>()
        .AddSingleton<PrescribingRules>()
        .AddSingleton<CourseCheck>()
        .AddSingleton<GetMedicationHandler>()
        .AddSingleton<PutCourseHandler>()
        .AddSingleton<StopCourseHandler>();
}
