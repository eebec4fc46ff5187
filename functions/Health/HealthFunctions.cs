using Alleviation.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Health;

public sealed record HealthState(string Status);

/// <summary>What a load balancer asks: whether the process lives, and whether it reaches what it needs.</summary>
public sealed class HealthFunctions(CheckReadinessHandler check)
{
    [Function("Health_Live")]
    [Open("A load balancer has no account.")]
    public static IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request) =>
        TypedResults.Ok(new HealthState("live"));

    [Function("Health_Ready")]
    [Open("A load balancer has no account.")]
    public async Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/ready")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var readiness = await check.HandleAsync(cancellationToken);
        var status = readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return TypedResults.Json(readiness, statusCode: status);
    }
}
