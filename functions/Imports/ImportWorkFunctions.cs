using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Records.Photographs;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Imports;

/// <summary>The work behind bulk import, and once an hour the taking away of what was left behind.</summary>
public sealed class ImportWorkFunctions(
    Deliveries deliveries,
    EnrolChunkHandler enrolChunk,
    CleanUpImportsHandler cleanUpImports,
    CleanUpPhotographsHandler cleanUpPhotographs
)
{
    [Function("ImportChunk")]
    public Task EnrolChunkAsync([QueueTrigger("import-chunks")] QueueMessage message, CancellationToken cancellationToken) =>
        deliveries.HandleAsync<ImportChunkReady>(
            message,
            delivery => enrolChunk.HandleAsync(delivery, cancellationToken),
            cancellationToken
        );

    [Function("ImportCleanUp")]
    public Task CleanUpAsync([TimerTrigger("0 17 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        // Each has its turn, whatever becomes of the other.
        Task.WhenAll(cleanUpImports.HandleAsync(cancellationToken), cleanUpPhotographs.HandleAsync(cancellationToken));
}
