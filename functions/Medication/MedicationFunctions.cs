using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Medication;

/// <summary>What a member takes.</summary>
public sealed class MedicationFunctions(
    GetMedicationHandler get,
    SaveCourseHandler put,
    StopCourseHandler stop,
    RecordAllergyHandler recordAllergy
)
{
    private const string Route = "api/households/{householdId}/members/{member:int}/medication";

    [Function("Medication_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("medication.read")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
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
        var result = await get.HandleAsync(id, member, request.Caller(), request.AccessReason() is not null, cancellationToken);
        return request.Answer(result.Access, result.View, view => view.Version);
    }

    [Function("Medication_SaveCourse")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("medication.save-course", CallEffect.HouseholdChange)]
    public async Task<IResult> PutCourseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/courses/{courseId}")] HttpRequest request,
        string householdId,
        int member,
        string courseId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id) || !ClientId.IsOne(courseId))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        if (request.IfMatchVersion() is not { } version)
        {
            return Answers.PreconditionRequired();
        }
        var form = await request.ReadJsonAsync<CourseRequest>(cancellationToken);
        return Answer(request, await put.HandleAsync(id, member, courseId, version, form, request.Caller(), cancellationToken));
    }

    [Function("Medication_StopCourse")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("medication.stop-course", CallEffect.HouseholdChange)]
    public async Task<IResult> StopCourseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/courses/{courseId}/discontinuation")] HttpRequest request,
        string householdId,
        int member,
        string courseId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id) || !ClientId.IsOne(courseId))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        if (request.IfMatchVersion() is not { } version)
        {
            return Answers.PreconditionRequired();
        }
        var form = await request.ReadJsonAsync<StopCourseRequest>(cancellationToken);
        return Answer(request, await stop.HandleAsync(id, member, courseId, version, form, request.Caller(), cancellationToken));
    }

    [Function("Medication_RecordAllergy")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("medication.record-allergy", CallEffect.HouseholdChange)]
    public async Task<IResult> RecordAllergyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/allergies/{allergyId}")] HttpRequest request,
        string householdId,
        int member,
        string allergyId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id) || !ClientId.TryParse(allergyId, out var clientId))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var form = await request.ReadJsonAsync<AllergyRequest>(cancellationToken);
        return Answer(request, await recordAllergy.HandleAsync(id, member, clientId, form, request.Caller(), cancellationToken));
    }

    private static IResult Answer(HttpRequest request, MedicationResult result)
    {
        if (result.View is { } view)
        {
            request.HttpContext.Response.SetVersion(view.Version);
        }
        return result.Outcome switch
        {
            MedicationOutcome.Done or MedicationOutcome.Unchanged => TypedResults.Ok(result.View),
            MedicationOutcome.ChangedMeanwhile => Answers.PreconditionFailed(result.View),
            MedicationOutcome.AllergiesKnown => Answers.Conflict("allergies-known", result.View),
            MedicationOutcome.IdTaken => Answers.Conflict("reported-differently", current: null),
            MedicationOutcome.Invalid => Answers.Invalid(result.Errors),
            MedicationOutcome.Allergy => Answers.Conflict("allergy", result.Warnings),
            MedicationOutcome.GroupTwice => Answers.Conflict("drug-group-twice", result.Warnings),
            MedicationOutcome.Caution => Answers.Conflict("drug-caution", result.Warnings),
            MedicationOutcome.Unrecognised => Answers.Conflict("drug-unrecognised", result.Warnings),
            MedicationOutcome.DrugTwice => Answers.Conflict("drug-twice", null),
            MedicationOutcome.NotOnline => Answers.Conflict("no-prescription-online", null),
            MedicationOutcome.Stopped => Answers.Conflict("course-stopped", null),
            MedicationOutcome.TooMany => Answers.Conflict("too-many-courses", null),
            MedicationOutcome.NotYours => Answers.Problem(StatusCodes.Status403Forbidden, "prescribed-by-physician"),
            MedicationOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }
}
