using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Records;

public static class RecordsSetup
{
    public static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddTable(IdentityTable.Name)
        .AddTable(RecordNumberTable.Name)
        .AddSingleton<IdentityTable>()
        .AddSingleton<RecordNumberTable>()
        .AddSingleton<IdentityWaits>()
        .AddSingleton<PersonMoves>()
        .AddSingleton<RecordNumbering>()
        .AddSingleton<BuildHealthRecordsHandler>()
        .AddFinishedWork<EnrolmentReceived, BuildHealthRecordsHandler>((build, message, _, token) => build.IsDoneAsync(message, token))
        .AddSingleton<GetRecordHandler>()
        .AddSingleton<ListEntriesHandler>();
}
