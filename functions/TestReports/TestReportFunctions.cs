using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.TestReports;

/// <summary>Test reports of a member.</summary>
public sealed class TestReportFunctions(
    SaveTestReportHandler save,
    AcknowledgeTestReportHandler see,
    ListTestReportsHandler list,
    LabTests tests
)
{
    [Function("TestReports_ListTests")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("test-report.list-tests")]
    public IResult Tests([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/lab-tests")] HttpRequest request) =>
        TypedResults.Ok(new LabTestList([.. tests.All]));

    [Function("TestReports_List")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("test-report.list")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/members/{member:int}/test-reports")]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    ) =>
        AnswerAsync(
            request,
            householdId,
            id => list.ReportsAsync(id, member, request.Caller(), request.AccessReason() is not null, cancellationToken)
        );

    [Function("TestReports_GetTrend")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("test-report.read-trend")]
    public Task<IResult> TrendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/members/{member:int}/trends/{labTest}")]
            HttpRequest request,
        string householdId,
        int member,
        string labTest,
        CancellationToken cancellationToken
    ) =>
        tests.Find(labTest) is null
            ? Task.FromResult(Answers.NotFound())
            : AnswerAsync(
                request,
                householdId,
                id => list.TrendAsync(id, member, labTest, request.Caller(), request.AccessReason() is not null, cancellationToken)
            );

    [Function("TestReports_Save")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("test-report.save", CallEffect.HouseholdChange)]
    public async Task<IResult> SaveAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "put",
            Route = "api/households/{householdId}/members/{member:int}/test-reports/{reportId}"
        )]
            HttpRequest request,
        string householdId,
        int member,
        string reportId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id) || !ClientId.IsOne(reportId))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var command = await request.ReadJsonAsync<TestReportRequest>(cancellationToken);
        var result = await save.HandleAsync(id, member, reportId, command, request.Caller(), cancellationToken);
        return result.Outcome switch
        {
            SaveTestReportOutcome.Saved => TypedResults.Created($"/api/households/{id}/members/{member}/test-reports", result.View),
            SaveTestReportOutcome.AlreadySaved => TypedResults.Ok(result.View),
            SaveTestReportOutcome.SavedDifferently => Answers.Conflict("sent-differently", null),
            SaveTestReportOutcome.Invalid => Answers.Invalid(result.Errors!),
            SaveTestReportOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }

    [Function("TestReports_Acknowledge")]
    [Requires(Role.Physician)]
    [Audited("test-report.acknowledge", CallEffect.HouseholdChange)]
    public async Task<IResult> SeeAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/households/{householdId}/members/{member:int}/test-reports/{reportId}/acknowledgement"
        )]
            HttpRequest request,
        string householdId,
        int member,
        string reportId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id) || !ClientId.IsOne(reportId))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        return await see.HandleAsync(id, member, reportId, request.Caller(), cancellationToken) switch
        {
            AcknowledgeTestReportOutcome.Seen or AcknowledgeTestReportOutcome.AlreadySeen => TypedResults.NoContent(),
            AcknowledgeTestReportOutcome.NotResponsible => Answers.Problem(StatusCodes.Status403Forbidden, "not-responsible"),
            AcknowledgeTestReportOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }

    private static async Task<IResult> AnswerAsync<T>(
        HttpRequest request,
        string householdId,
        Func<HouseholdId, Task<ListTestReportsResult<T>>> read
    )
        where T : class
    {
        if (!HouseholdId.TryParse(householdId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var result = await read(id);
        return request.Answer(result.Access, result.Found);
    }
}
