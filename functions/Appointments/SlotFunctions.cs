using System.Diagnostics;
using System.Globalization;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Appointments;

/// <summary>The endpoints by which physicians open slots and others look them up.</summary>
public sealed class SlotFunctions(
    SaveSlotPlanHandler keep,
    SlotPlanTable plans,
    ListSlotsHandler list,
    FindEarliestSlotsHandler earliest,
    CodeLists codes,
    PhysicianTable physicians,
    TimeProvider clock
)
{
    private const int MaxDays = 31;
    private const int DaysShown = 14;

    [Function("Slots_GetPlan")]
    [Requires(Role.Physician)]
    [Audited("slot-plan.read")]
    public async Task<IResult> GetPlanAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/physicians/{physicianId}/slot-plan")] HttpRequest request,
        string physicianId,
        CancellationToken cancellationToken
    )
    {
        if (!IsOwn(request, physicianId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var (plan, _) = await plans.FindAsync(id, cancellationToken);
        request.HttpContext.Response.SetVersion(plan.Version);
        return TypedResults.Ok(SlotPlanRequest.Of(plan));
    }

    [Function("Slots_SavePlan")]
    [Requires(Role.Physician)]
    [Audited("slot-plan.save")]
    public async Task<IResult> KeepPlanAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/physicians/{physicianId}/slot-plan")] HttpRequest request,
        string physicianId,
        CancellationToken cancellationToken
    )
    {
        if (!IsOwn(request, physicianId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        if (request.IfMatchVersion() is not { } version)
        {
            return Answers.PreconditionRequired();
        }
        var command = await request.ReadJsonAsync<SlotPlanRequest>(cancellationToken);
        var result = await keep.HandleAsync(id, version, command, cancellationToken);
        if (result.Outcome is not SaveSlotPlanOutcome.Invalid)
        {
            request.HttpContext.Response.SetVersion(result.Plan.Version);
        }
        return result.Outcome switch
        {
            SaveSlotPlanOutcome.Kept => TypedResults.Ok(SlotPlanRequest.Of(result.Plan)),
            SaveSlotPlanOutcome.ChangedMeanwhile => Answers.PreconditionFailed(SlotPlanRequest.Of(result.Plan)),
            SaveSlotPlanOutcome.Invalid => Answers.Invalid(result.Errors),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }

    [Function("Slots_List")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("slot.list")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/physicians/{physicianId}/slots")] HttpRequest request,
        string physicianId,
        CancellationToken cancellationToken
    )
    {
        if (!PhysicianId.TryParse(physicianId, out var id) || await physicians.FindAsync(id, cancellationToken) is null)
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var (from, days, errors) = (clock.Today(), DaysShown, new List<FieldError>());
        if (Given(request, "from") is { } day && !TimeRange.TryParseDay(day, out from))
        {
            errors.Add(new FieldError("from", "date-form"));
        }
        if (
            Given(request, "days") is { } count
            && !(int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is >= 1 and <= MaxDays)
        )
        {
            errors.Add(new FieldError("days", "days-range", MaxDays));
        }

        return errors.Count > 0
            ? Answers.Invalid(errors)
            : TypedResults.Ok(await list.HandleAsync(id, from, days, request.Caller(), cancellationToken));
    }

    [Function("Slots_ListEarliest")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("slot.list-earliest")]
    public async Task<IResult> EarliestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/earliest-slots")] HttpRequest request,
        string householdId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        if (Given(request, "discipline") is not { } discipline || !codes.Contains("discipline", discipline))
        {
            return Answers.Invalid([new FieldError("discipline", "unknown-value")]);
        }
        return await earliest.HandleAsync(id, discipline, request.Caller(), cancellationToken) is { } found
            ? TypedResults.Ok(found)
            : Answers.NotFound();
    }

    private static string? Given(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } value] ? value : null;

    private static bool IsOwn(HttpRequest request, string physicianId, out PhysicianId id) =>
        PhysicianId.TryParse(physicianId, out id) && request.Caller().PhysicianId == id.Value;
}
