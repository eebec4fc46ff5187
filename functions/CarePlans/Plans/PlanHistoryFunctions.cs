using System.Globalization;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>The versions of a plan, and what is different between two of them.</summary>
public sealed class PlanHistoryFunctions(ReadPlanHistoryHandler read)
{
    private const int PageSize = 50;

    [Function("CarePlans_ListVersions")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("care-plan.read-versions")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/members/{member:int}/care-plan/versions")]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        int? before = null;
        if (request.CursorParts(1) is [var part])
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                throw Cursor.Bad();
            }
            before = version;
        }

        var (access, page) = await read.ListAsync(
            id,
            member,
            before,
            PageSize,
            request.Caller(),
            request.AccessReason() is not null,
            cancellationToken
        );
        return request.Answer(access, page);
    }

    [Function("CarePlans_GetVersion")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("care-plan.read-version")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = "api/households/{householdId}/members/{member:int}/care-plan/versions/{version:int}"
        )]
            HttpRequest request,
        string householdId,
        int member,
        int version,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var (access, view) = await read.FindAsync(
            id,
            member,
            version,
            request.Caller(),
            request.AccessReason() is not null,
            cancellationToken
        );
        return request.Answer(access, view);
    }

    [Function("CarePlans_GetDifference")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("care-plan.read-difference")]
    public async Task<IResult> DifferenceAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = "api/households/{householdId}/members/{member:int}/care-plan/differences"
        )]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var errors = new List<FieldError>();
        var (from, to) = (Version(request, "from", errors), Version(request, "to", errors));
        if (errors.Count > 0)
        {
            return Answers.Invalid(errors);
        }
        var (access, difference) = await read.CompareAsync(
            id,
            member,
            from,
            to,
            request.Caller(),
            request.AccessReason() is not null,
            cancellationToken
        );
        return request.Answer(access, difference);
    }

    private static int Version(HttpRequest request, string name, List<FieldError> errors)
    {
        var versionText = request.Query[name].ToString();
        if (int.TryParse(versionText, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0)
        {
            return version;
        }
        errors.Add(new FieldError(name, versionText.Length == 0 ? "required" : "unknown-value"));
        return 0;
    }
}
