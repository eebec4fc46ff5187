using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.ReferenceData.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Enrolment;

/// <summary>The endpoints that read households.</summary>
public sealed class HouseholdFunctions(GetHouseholdHandler get, ListHouseholdsHandler list, SearchHouseholdsHandler search, Regions regions)
{
    private const int PageSize = 100;

    [Function("Households_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("household.read")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}")] HttpRequest request,
        string householdId,
        CancellationToken cancellationToken
    ) => AnswerAsync(request, householdId, result => TypedResults.Ok(result.View), cancellationToken);

    [Function("Households_GetEnrolment")]
    [Requires(Role.HealthWorker)]
    [Audited("household.read-enrolment")]
    public Task<IResult> GetFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/enrolment")] HttpRequest request,
        string householdId,
        CancellationToken cancellationToken
    ) =>
        AnswerAsync(
            request,
            householdId,
            result => result.Form is { } form ? TypedResults.Ok(form) : Answers.NotFound(),
            cancellationToken
        );

    [Function("Households_List")]
    [Requires(Role.HealthWorker, Role.Official)]
    [Audited("household.list")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var caller = request.Caller();
        var region =
            request.Query["region"] is [{ Length: > 0 } requested] ? requested
            : caller.Regions is [var only] ? only
            : "";
        if (regions.Find(region) is null || !caller.Covers(region))
        {
            return Answers.Invalid([new FieldError("region", "village-not-yours")]);
        }
        var hasReason = request.AccessReason() is not null;
        if (caller.Role is Role.Official && !hasReason)
        {
            return Answers.Problem(StatusCodes.Status403Forbidden, "reason-required");
        }
        if (!TryParseStatus(request.Query["status"], out var status))
        {
            return Answers.Invalid([new FieldError("status", "unknown-value")]);
        }
        string? problem = request.Query["problem"];
        if (problem is not (null or "" or HouseholdProblem.PhoneUnread))
        {
            return Answers.Invalid([new FieldError("problem", "unknown-value")]);
        }
        request.HttpContext.AuditSubject(region);
        var cursor = request.CursorParts(1);
        var (items, next) = await list.HandleAsync(
            region,
            status,
            problem is HouseholdProblem.PhoneUnread,
            cursor?[0],
            PageSize,
            caller,
            hasReason,
            cancellationToken
        );
        return TypedResults.Ok(new HouseholdPage(items, next is null ? null : Cursor.Of(next)));
    }

    [Function("Households_Search")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("household.search", CallEffect.Read)]
    public async Task<IResult> SearchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/households/search")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var query = await request.ReadJsonAsync<SearchHouseholdsRequest>(cancellationToken);
        var (found, errors) = await search.HandleAsync(query, request.Caller(), cancellationToken);
        return errors.Count > 0 ? Answers.Invalid(errors) : TypedResults.Ok(new HouseholdPage(found, null));
    }

    private async Task<IResult> AnswerAsync(
        HttpRequest request,
        string householdId,
        Func<GetHouseholdResult, IResult> answer,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var result = await get.HandleAsync(id, request.Caller(), request.AccessReason() is not null, cancellationToken);
        if (result.Access is HouseholdAccess.NeedsReason)
        {
            return Answers.Problem(StatusCodes.Status403Forbidden, "reason-required");
        }
        if (result.View is null)
        {
            return Answers.NotFound();
        }
        request.HttpContext.Response.SetVersion(result.View.Version);
        return answer(result);
    }

    private static bool TryParseStatus(string? text, out HouseholdStatus? status)
    {
        status = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }
        if (!text.All(char.IsAsciiLetter) || !Enum.TryParse<HouseholdStatus>(text, ignoreCase: true, out var parsed))
        {
            return false;
        }
        status = parsed;
        return true;
    }
}
