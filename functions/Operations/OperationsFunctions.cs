using Alleviation.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Operations;

/// <summary>How the service does, for whoever runs it.</summary>
public sealed class OperationsFunctions(ShowOperationsHandler show, MeasureServiceHandler measure)
{
    [Function("Operations_Get")]
    [Requires(Role.Operator)]
    [Audited("operations.read")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations")] HttpRequest request,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await show.HandleAsync(cancellationToken));

    [Function("MeasureService")]
    public Task MeasureAsync([TimerTrigger("15 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        measure.HandleAsync(cancellationToken);
}
