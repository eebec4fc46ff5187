using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Worklists;

public sealed class WorklistFunctions(ListWorklistHandler list, Regions regions, CodeLists codes)
{
    [Function("Physicians_Worklist")]
    [Requires(Role.Physician)]
    [Audited("worklist.read")]
    public async Task<IResult> PhysicianAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/physicians/{physicianId}/worklist")] HttpRequest request,
        string physicianId,
        CancellationToken cancellationToken
    )
    {
        if (!PhysicianId.TryParse(physicianId, out var id) || request.Caller().PhysicianId != id.Value)
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        return TryReadFilter(request, out var filter, out var errors)
            ? TypedResults.Ok(await list.HandleAsync(id, filter, cancellationToken))
            : Answers.Invalid(errors);
    }

    [Function("Regions_Worklist")]
    [Requires(Role.HealthWorker)]
    [Audited("worklist.read-region")]
    public async Task<IResult> RegionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/regions/{regionCode}/worklist")] HttpRequest request,
        string regionCode,
        CancellationToken cancellationToken
    )
    {
        // A county's would be no list that anybody works through.
        if (regions.Find(regionCode) is not { Level: RegionLevel.Township or RegionLevel.Village } || !request.Caller().Covers(regionCode))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(regionCode);
        return TryReadFilter(request, out var filter, out var errors)
            ? TypedResults.Ok(await list.HandleAsync(regionCode, filter, request.Caller(), cancellationToken))
            : Answers.Invalid(errors);
    }

    private bool TryReadFilter(HttpRequest request, out WorklistFilter filter, out IReadOnlyList<FieldError> errors)
    {
        var found = new List<FieldError>();
        var dueBy = Given("dueBy");
        var isDay = TimeRange.TryParseDay(dueBy, out var day);
        if (dueBy is not null && !isDay)
        {
            found.Add(new FieldError("dueBy", "unknown-value"));
        }
        var kinds = request.Query["kind"].OfType<string>().Where(kind => kind.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        filter = new WorklistFilter(kinds.Count > 0 ? kinds : null, Given("condition"), Given("village"), isDay ? day : null);
        if (kinds.Exists(kind => !codes.Contains("taskKind", kind)))
        {
            found.Add(new FieldError("kind", "unknown-value"));
        }
        if (filter.Condition is { } condition && !codes.Contains("conditions", condition))
        {
            found.Add(new FieldError("condition", "unknown-value"));
        }
        if (filter.Village is { } village && !regions.IsVillage(village))
        {
            found.Add(new FieldError("village", "village-unknown"));
        }
        errors = found;
        return found.Count == 0;

        string? Given(string name) => request.Query[name] is [{ Length: > 0 } value] ? value : null;
    }
}
