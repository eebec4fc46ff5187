using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Pipeline;

/// <summary>The step between an enrolment and its household being listed.</summary>
public sealed class PipelineFunctions(Deliveries deliveries, BuildHealthRecordsHandler build)
{
    [Function("BuildHealthRecords")]
    public Task BuildAsync([QueueTrigger("enrolments")] QueueMessage message, CancellationToken cancellationToken) =>
        deliveries.HandleAsync<EnrolmentReceived>(
            message,
            async delivery =>
            {
                if (await build.HandleAsync(delivery, cancellationToken) is BuildHealthRecordsOutcome.ChangedMeanwhile)
                {
                    throw new ChangedMeanwhileException();
                }
            },
            cancellationToken
        );
}
