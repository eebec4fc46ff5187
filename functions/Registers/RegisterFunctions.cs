using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.ReferenceData.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Registers;

public sealed record RegisterList(IReadOnlyList<Register> Items);

/// <param name="Form">The form whose visits it shows: its fields name the values.</param>
/// <param name="Cursor">Of the next page; null after the last. A page may be empty before it.</param>
public sealed record RegisterPage(string Form, IReadOnlyList<RegisterLine> Items, string? Cursor);

public sealed record RegisterCounts(IReadOnlyList<RegisterCount> Items);

public sealed class RegisterFunctions(RegisterCatalogue registers, ListRegisterHandler list, CountRegistersHandler count, Regions regions)
{
    [Function("Registers_List")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("register.list")]
    public IResult List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/registers")] HttpRequest request) =>
        TypedResults.Ok(new RegisterList(registers.All));

    [Function("Regions_Registers")]
    [Requires(Role.HealthWorker)]
    [Audited("register.count-region")]
    public async Task<IResult> CountRegionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/regions/{regionCode}/registers")] HttpRequest request,
        string regionCode,
        CancellationToken cancellationToken
    )
    {
        if (!IsRegion(regionCode, request.Caller()))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(regionCode);
        return TypedResults.Ok(new RegisterCounts(await count.OfRegionAsync(regionCode, cancellationToken)));
    }

    [Function("Physicians_Registers")]
    [Requires(Role.Physician)]
    [Audited("register.count")]
    public async Task<IResult> CountPanelAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/physicians/{physicianId}/registers")] HttpRequest request,
        string physicianId,
        CancellationToken cancellationToken
    )
    {
        if (!PhysicianId.TryParse(physicianId, out var id) || request.Caller().PhysicianId != id.Value)
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        return TypedResults.Ok(new RegisterCounts(await count.OfPanelAsync(id, cancellationToken)));
    }

    [Function("Regions_Register")]
    [Requires(Role.HealthWorker)]
    [Audited("register.read-region")]
    public async Task<IResult> RegionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/regions/{regionCode}/registers/{register}")] HttpRequest request,
        string regionCode,
        string register,
        CancellationToken cancellationToken
    )
    {
        var caller = request.Caller();
        if (registers.Find(register) is not { } found || !IsRegion(regionCode, caller))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(regionCode);
        var from = request.CursorParts(1)?[0];
        var (items, next) = await list.OfRegionAsync(found, regionCode, from, caller, cancellationToken);
        return TypedResults.Ok(new RegisterPage(found.Form, items, next is null ? null : Cursor.Of(next)));
    }

    [Function("Physicians_Register")]
    [Requires(Role.Physician)]
    [Audited("register.read")]
    public async Task<IResult> PanelAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/physicians/{physicianId}/registers/{register}")] HttpRequest request,
        string physicianId,
        string register,
        CancellationToken cancellationToken
    )
    {
        var caller = request.Caller();
        if (registers.Find(register) is not { } found || !PhysicianId.TryParse(physicianId, out var id) || caller.PhysicianId != id.Value)
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var from = request.CursorParts(2) is [var codes, var continuation]
            ? PanelPlace.Read(codes, continuation) ?? throw Cursor.Bad()
            : null;
        var (items, next) = await list.OfPanelAsync(found, id, from, caller, cancellationToken);
        var cursor = next is null ? null : Cursor.Of(next.Codes, next.Continuation ?? "");
        return TypedResults.Ok(new RegisterPage(found.Form, items, cursor));
    }

    /// <summary>A county's would be no list that anybody works through.</summary>
    private bool IsRegion(string regionCode, Caller caller) =>
        regions.Find(regionCode) is { Level: RegionLevel.Township or RegionLevel.Village } && caller.Covers(regionCode);
}
