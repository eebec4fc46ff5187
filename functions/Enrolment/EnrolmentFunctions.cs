using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Enrolment;

/// <summary>The endpoints by which households are enrolled and corrected.</summary>
public sealed class EnrolmentFunctions(
    EnrolHouseholdHandler enrol,
    GetHouseholdHandler get,
    CorrectHouseholdHandler correct,
    Timings timings
)
{
    [Function("Households_Enrol")]
    [Requires(Role.HealthWorker)]
    [Audited("household.enrol", CallEffect.HouseholdChange)]
    public async Task<IResult> EnrolAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/households")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (command, caller) = (await request.ReadJsonAsync<EnrolmentRequest>(cancellationToken), request.Caller());
        var result = await enrol.HandleAsync(command, caller, cancellationToken);
        var view = await ViewAsync(result, caller, cancellationToken);
        if (view is not null)
        {
            request.HttpContext.AuditSubject(view.Id);
            request.HttpContext.Response.SetVersion(view.Version);
        }

        if (result.Outcome is EnrolHouseholdOutcome.Accepted)
        {
            request.HttpContext.Features.Set(new AnswerTime(timings.Accepted));
        }
        return result.Outcome switch
        {
            EnrolHouseholdOutcome.Accepted => TypedResults.Accepted($"/api/households/{view!.Id}", view),
            EnrolHouseholdOutcome.AlreadyEnrolled when view is not null => TypedResults.Ok(view),
            EnrolHouseholdOutcome.AlreadyEnrolled or EnrolHouseholdOutcome.EnrolledDifferently => Answers.Conflict(
                "enrolled-differently",
                view
            ),
            EnrolHouseholdOutcome.Invalid => Answers.Invalid(result.Errors),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }

    // One that was there is shown as it has become since; a new one needs no reading.
    private async Task<HouseholdView?> ViewAsync(EnrolHouseholdResult result, Caller caller, CancellationToken cancellationToken) =>
        result switch
        {
            { Household: null } => null,
            { Outcome: EnrolHouseholdOutcome.Accepted, Household: { } added } => HouseholdView.Of(
                added,
                added.StatusWhen(listed: false),
                [],
                mayChange: true
            ),
            { Household: { } stored } => (await get.HandleAsync(stored.Id, caller, hasReason: false, cancellationToken)).View,
        };

    [Function("Households_Correct")]
    [Requires(Role.HealthWorker)]
    [Audited("household.correct", CallEffect.HouseholdChange)]
    public async Task<IResult> CorrectAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/households/{householdId}")] HttpRequest request,
        string householdId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        if (request.IfMatchVersion() is not { } version)
        {
            return Answers.PreconditionRequired();
        }
        var command = await request.ReadJsonAsync<EnrolmentRequest>(cancellationToken);
        var result = await correct.HandleAsync(id, version, command, request.Caller(), cancellationToken);
        if (result.View is { } view)
        {
            request.HttpContext.Response.SetVersion(view.Version);
        }
        return result.Outcome switch
        {
            CorrectHouseholdOutcome.Accepted => TypedResults.Accepted($"/api/households/{id}", result.View),
            CorrectHouseholdOutcome.Unchanged => TypedResults.Ok(result.View),
            CorrectHouseholdOutcome.ChangedMeanwhile => Answers.PreconditionFailed(result.View),
            CorrectHouseholdOutcome.Invalid => Answers.Invalid(result.Errors),
            CorrectHouseholdOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }
}
