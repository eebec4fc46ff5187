using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.ReferenceData.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>What the rest of the team does with a plan: opinions, and reports of its activities.</summary>
public sealed class TeamPlanFunctions(GiveOpinionHandler giveOpinion, ReportActivityHandler report, CodeLists lists)
{
    [Function("CarePlans_GiveOpinion")]
    [Requires(Role.Physician)]
    [Audited("care-plan.give-opinion", CallEffect.HouseholdChange)]
    public async Task<IResult> GiveOpinionAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "put",
            Route = "api/households/{householdId}/members/{member:int}/care-plan/opinions/{discipline}"
        )]
            HttpRequest request,
        string householdId,
        int member,
        string discipline,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id) || !lists.Contains("discipline", discipline))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        if (request.IfMatchVersion() is not { } version)
        {
            return Answers.PreconditionRequired();
        }
        var command = await request.ReadJsonAsync<OpinionRequest>(cancellationToken);
        return request.Answer(await giveOpinion.HandleAsync(id, member, discipline, version, command, request.Caller(), cancellationToken));
    }

    [Function("CarePlans_ReportActivity")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("care-plan.report-activity", CallEffect.HouseholdChange)]
    public async Task<IResult> ReportAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "put",
            Route = "api/households/{householdId}/members/{member:int}/care-plan/activities/{activityCode}/reports/{reportId}"
        )]
            HttpRequest request,
        string householdId,
        int member,
        string activityCode,
        string reportId,
        CancellationToken cancellationToken
    )
    {
        // In the spelling that is stored, so that one id is one row.
        if (!HouseholdId.TryParse(householdId, out var id) || !Guid.TryParseExact(reportId, "D", out var made))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var command = await request.ReadJsonAsync<ActivityReportRequest>(cancellationToken);
        return request.Answer(
            await report.HandleAsync(id, member, activityCode, made.ToString("D"), command, request.Caller(), cancellationToken)
        );
    }
}
