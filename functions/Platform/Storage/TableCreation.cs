using Azure.Data.Tables;

namespace Alleviation.Functions.Platform.Storage;

public sealed record RequiredTable(string Name);

/// <summary>Creates what is missing before the first message is taken or the first request answered.</summary>
public sealed class TableCreation(TableServiceClient service, IEnumerable<RequiredTable> tables) : BeforeStart
{
    public override Task StartingAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(tables.Select(table => service.CreateTableIfNotExistsAsync(table.Name, cancellationToken)));
}
