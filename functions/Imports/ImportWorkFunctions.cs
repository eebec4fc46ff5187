using Alleviation.Functions.Platform.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Imports;

/// <summary>The work behind bulk import.</summary>
public sealed class ImportWorkFunctions(Deliveries deliveries, EnrolChunkHandler enrolChunk, CleanUpImportsHandler cleanUpImports)
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
        cleanUpImports.HandleAsync(cancellationToken);
}
