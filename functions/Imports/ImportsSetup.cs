using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Imports.Physicians;
using Alleviation.Functions.Imports.Reading;
using Alleviation.Functions.Imports.Storage;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
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
            .AddSingleton<Labels>()
            .AddSingleton<ImportWords>()
            .AddSingleton<RegionNames>()
            .AddSingleton<ReadFile>()
            .AddSingleton<RememberedChoiceTable>()
            .AddSingleton<FileTable>()
            .AddSingleton<ReadingTable>()
            .AddSingleton<UploadLimit>()
            .AddSingleton<RefusalAnswers>()
            .AddSingleton<Template>()
            .AddSingleton<SavePhysicianLines>()
            .AddSingleton<TakeLines>()
            .AddSingleton<ConfirmImportHandler>()
            .AddSingleton<ImportTable>()
            .AddSingleton<ImportListTable>()
            .AddSingleton<LineTable>()
            .AddSingleton<RefusedLineTable>()
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
