using System.Globalization;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Contracts;

/// <summary>Which households still lack a contract for a year: a figure and a list, not a task for each.</summary>
public sealed class ContractFigureFunctions(CountContractsHandler count, ContractCheck check, Regions regions, TimeProvider clock)
{
    [Function("Physicians_Contracts")]
    [Requires(Role.Physician)]
    [Audited("contract.count-panel")]
    public async Task<IResult> PhysicianAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/physicians/{physicianId}/contracts")] HttpRequest request,
        string physicianId,
        CancellationToken cancellationToken
    )
    {
        if (!PhysicianId.TryParse(physicianId, out var id) || request.Caller().PhysicianId != id.Value)
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        return TryRead(request, out var year, out var signed, out var errors)
            ? TypedResults.Ok(await count.OfPanelAsync(id.Value, year, signed, cancellationToken))
            : Answers.Invalid(errors);
    }

    [Function("Regions_Contracts")]
    [Requires(Role.HealthWorker)]
    [Audited("contract.count-region")]
    public async Task<IResult> RegionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/regions/{regionCode}/contracts")] HttpRequest request,
        string regionCode,
        CancellationToken cancellationToken
    )
    {
        if (regions.Find(regionCode) is not { Level: RegionLevel.Township or RegionLevel.Village } || !request.Caller().Covers(regionCode))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(regionCode);
        return TryRead(request, out var year, out var signed, out var errors)
            ? TypedResults.Ok(await count.OfRegionAsync(regionCode, year, signed, request.Caller(), cancellationToken))
            : Answers.Invalid(errors);
    }

    private bool TryRead(HttpRequest request, out int year, out bool? signed, out IReadOnlyList<FieldError> errors)
    {
        (year, signed, var found) = (clock.Today().Year, null, new List<FieldError>());
        if (
            request.Query["year"] is [{ Length: > 0 } text]
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && check.IsYear(year))
        )
        {
            found.Add(new FieldError("year", "unknown-value"));
        }
        if (request.Query["signed"] is [{ Length: > 0 } wanted])
        {
            if (wanted is "true" or "false")
            {
                signed = wanted is "true";
            }
            else
            {
                found.Add(new FieldError("signed", "unknown-value"));
            }
        }

        errors = found;
        return found.Count == 0;
    }
}
