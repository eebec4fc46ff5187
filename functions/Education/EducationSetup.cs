using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Education;

public static class EducationSetup
{
    public static IServiceCollection AddEducation(this IServiceCollection services) =>
        services.AddSingleton<EducationTexts>().AddSingleton<RecordLessonHandler>().AddSingleton<ListLessonsHandler>();
}
