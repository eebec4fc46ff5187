using System.Diagnostics;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>The answer to a step with a plan, whichever it was.</summary>
internal static class PlanStepAnswers
{
    public static IResult Answer(this HttpRequest request, CarePlanResult result)
    {
        if (result.View is { } view)
        {
            request.HttpContext.Response.SetVersion(view.PlanVersion);
        }
        return result.Outcome switch
        {
            CarePlanOutcome.Done or CarePlanOutcome.DoneBefore when result.View is not null => TypedResults.Ok(result.View),
            CarePlanOutcome.NotYours => Answers.Problem(StatusCodes.Status403Forbidden, "plan-step-not-yours"),
            CarePlanOutcome.ChangedMeanwhile => Answers.PreconditionFailed(
                result.View is { } current ? new CarePlanConflict(current, result.Difference) : null
            ),
            CarePlanOutcome.NotNow => Answers.Conflict("plan-step-not-now", result.View),
            CarePlanOutcome.ReportedDifferently => Answers.Conflict("reported-differently", result.View),
            CarePlanOutcome.Invalid => Answers.Invalid(result.Errors),
            CarePlanOutcome.Done or CarePlanOutcome.DoneBefore or CarePlanOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }
}
