using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Pipeline;

public static class PipelineSetup
{
    public static IServiceCollection AddPipeline(this IServiceCollection services) =>
        services
            .AddSingleton<PersonMoves>()
            .AddSingleton<BuildHealthRecordsHandler>()
            .AddFinishedWork<EnrolmentReceived, BuildHealthRecordsHandler>((build, message, _, token) => build.IsDoneAsync(message, token));
}
