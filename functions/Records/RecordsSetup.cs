using Alleviation.Functions.Platform.Storage;
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
            .AddSingleton<ListEntriesHandler>();
}
