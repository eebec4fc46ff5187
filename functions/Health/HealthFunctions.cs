using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Health;

public sealed record HealthState(string Status);

/// <summary>What a load balancer asks: whether the process lives, and whether it reaches its storage.</summary>
public sealed class HealthFunctions(TableServiceClient service)
{
    [Function("Health_Live")]
    [Open("A load balancer has no account.")]
    public static IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request) =>
        TypedResults.Ok(new HealthState("live"));

    [Function("Health_Ready")]
    [Open("A load balancer has no account.")]
    public async Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/ready")] HttpRequest request, CancellationToken cancellationToken)
    {
        // Any answer will do, also that there is no such row; a fault becomes 503 where all faults do.
        await service.GetTableClient(HouseholdTable.Name).GetEntityIfExistsAsync<TableEntity>("ready", "ready", ["PartitionKey"], cancellationToken);
        return TypedResults.Ok(new HealthState("ready"));
    }
}
