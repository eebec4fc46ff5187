using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.ReferenceData.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Education;

/// <summary>Health education: the texts, and who was given which.</summary>
public sealed class EducationFunctions(EducationTexts texts, RecordLessonHandler note, ListLessonsHandler list, CodeLists codes)
{
    [Function("Education_ListTexts")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("education.list-texts")]
    public IResult Texts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/education-texts")] HttpRequest request)
    {
        if (request.Query["condition"] is not [{ Length: > 0 } condition])
        {
            return TypedResults.Ok(new EducationTextList(texts.All));
        }
        return codes.Contains("conditions", condition)
            ? TypedResults.Ok(new EducationTextList(texts.About(condition)))
            : Answers.Invalid([new FieldError("condition", "unknown-value")]);
    }

    [Function("Education_List")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("education.list")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/members/{member:int}/education")]
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
        var result = await list.HandleAsync(id, member, request.Caller(), request.AccessReason() is not null, cancellationToken);
        return request.Answer(result.Access, result.List);
    }

    [Function("Education_Record")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("education.record", CallEffect.HouseholdChange)]
    public async Task<IResult> NoteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/households/{householdId}/members/{member:int}/education/{lessonId}")]
            HttpRequest request,
        string householdId,
        int member,
        string lessonId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id) || !ClientId.IsOne(lessonId))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var command = await request.ReadJsonAsync<LessonRequest>(cancellationToken);
        var result = await note.HandleAsync(id, member, lessonId, command, request.Caller(), cancellationToken);
        return result.Outcome switch
        {
            RecordLessonOutcome.Noted => TypedResults.Created($"/api/households/{id}/members/{member}/education", result.View),
            RecordLessonOutcome.AlreadyNoted => TypedResults.Ok(result.View),
            RecordLessonOutcome.NotedDifferently => Answers.Conflict("sent-differently", null),
            RecordLessonOutcome.Invalid => Answers.Invalid(result.Errors!),
            RecordLessonOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }
}
