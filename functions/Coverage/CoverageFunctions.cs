using System.Globalization;
using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.ReferenceData.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Coverage;

/// <summary>Figures of a region: sums and rates, no household among them.</summary>
public sealed class CoverageFunctions(GetCoverageHandler get, GetCoverageHistoryHandler history, Regions regions)
{
    private const int DefaultDays = 90;

    [Function("Coverage_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official, Role.Operator)]
    [Audited("coverage.read")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/coverage/{regionCode}")] HttpRequest request,
        string regionCode,
        CancellationToken cancellationToken
    )
    {
        if (!request.Caller().Covers(regionCode) || await get.HandleAsync(regionCode, cancellationToken) is not { } view)
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(regionCode);
        return TypedResults.Ok(view);
    }

    [Function("Coverage_GetHistory")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official, Role.Operator)]
    [Audited("coverage.read-history")]
    public async Task<IResult> HistoryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/coverage/{regionCode}/history")] HttpRequest request,
        string regionCode,
        CancellationToken cancellationToken
    )
    {
        if (!request.Caller().Covers(regionCode) || regions.Find(regionCode) is null)
        {
            return Answers.NotFound();
        }
        var days = DefaultDays;
        if (
            request.Query["days"] is [{ Length: > 0 } daysText]
            && (
                !int.TryParse(daysText, NumberStyles.None, CultureInfo.InvariantCulture, out days)
                || days is < 1 or > GetCoverageHistoryHandler.MaxDays
            )
        )
        {
            return Answers.Invalid([new FieldError("days", "days-range", GetCoverageHistoryHandler.MaxDays)]);
        }

        request.HttpContext.AuditSubject(regionCode);
        return TypedResults.Ok(await history.HandleAsync(regionCode, days, cancellationToken));
    }
}
