using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Records.Photographs;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Records;

public static class RecordsSetup
{
    public static IServiceCollection AddRecords(this IServiceCollection services) =>
        services
            .AddTable(IdentityTable.Name)
            .AddTable(RecordNumberTable.Name)
            .AddSingleton<IdentityTable>()
            .AddSingleton<RecordNumberTable>()
            .AddSingleton<IdentityWaits>()
            .AddSingleton<RecordNumbering>()
            .AddSingleton<GetRecordHandler>()
            .AddSingleton<ListEntriesHandler>()
            .AddTable(PhotographTable.Name)
            .AddSingleton<PhotographTable>()
            .AddSingleton<AddPhotographHandler>()
            .AddSingleton<GetPhotographHandler>()
            .AddSingleton<RemovePhotographHandler>()
            .AddSingleton<CleanUpPhotographsHandler>()
            .AddSingleton<IPersonFollower, PhotographFollower>();
}
