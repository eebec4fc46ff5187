using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Imports.Lines;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.ReferenceData;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Imports;

public static class ImportsSetup
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddOptions<ImportOptions>().BindConfiguration(ImportOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddTable(ImportTable.Name)
            .AddQueueOf<ImportChunkReady>()
            .AddSingleton(provider => new Labels(provider.GetRequiredService<SeedFolder>().PathOf("codes")))
            .AddSingleton<ImportTable>()
            .AddSingleton<ImportList>()
            .AddSingleton<StoredLines>()
            .AddSingleton<RefusedLines>()
            .AddSingleton<AnnouncedImport>()
            .AddSingleton<ImportPace>()
            .AddSingleton<EnrolLines>()
            .AddSingleton<ReceiveImportHandler>()
            .AddSingleton<EnrolChunkHandler>()
            .AddFinishedWork<ImportChunkReady, EnrolChunkHandler>((enrol, message, _, token) => enrol.IsDoneAsync(message, token))
            .AddSingleton<ShowImportHandler>()
            .AddSingleton<CancelImportHandler>()
            .AddSingleton<CleanUpImportsHandler>();
    }
}
