using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Conferences;

public sealed class ConferenceFunctions(
    CallConferenceHandler call,
    SignOpinionHandler sign,
    EndConferenceHandler end,
    GetConferencesHandler get
)
{
    private const string Conferences = "api/households/{householdId}/members/{member:int}/conferences";

    [Function("Conferences_List")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("conference.list")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Conferences)] HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    ) => CaseEndpoint.ListAsync(request, householdId, id => get.ListAsync(id, member, request.Caller(), cancellationToken));

    [Function("Conferences_Get")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("conference.read")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Conferences + "/{conferenceId}")] HttpRequest request,
        string householdId,
        int member,
        string conferenceId,
        CancellationToken cancellationToken
    ) => CaseEndpoint.ShowAsync(request, householdId, member, conferenceId, key => get.FindAsync(key, request.Caller(), cancellationToken));

    [Function("Conferences_Call")]
    [Requires(Role.Physician)]
    [Audited("conference.call", CallEffect.HouseholdChange)]
    public Task<IResult> CallAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Conferences + "/{conferenceId}")] HttpRequest request,
        string householdId,
        int member,
        string conferenceId,
        CancellationToken cancellationToken
    ) =>
        CaseEndpoint.TakeAsync<CallConferenceRequest>(
            request,
            householdId,
            member,
            conferenceId,
            async (key, command) =>
            {
                var result = await call.HandleAsync(key, command, request.Caller(), cancellationToken);
                return result is { Outcome: ConferenceOutcome.Done, View: { } view }
                    ? TypedResults.Created($"/api/households/{householdId}/members/{member}/conferences/{conferenceId}", view)
                    : AnswerTo(result);
            },
            cancellationToken
        );

    [Function("Conferences_Sign")]
    [Requires(Role.Physician)]
    [Audited("conference.sign", CallEffect.HouseholdChange)]
    public Task<IResult> SignAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Conferences + "/{conferenceId}/opinions/{physicianId}")]
            HttpRequest request,
        string householdId,
        int member,
        string conferenceId,
        string physicianId,
        CancellationToken cancellationToken
    ) =>
        CaseEndpoint.TakeAsync<ConferenceOpinionRequest>(
            request,
            householdId,
            member,
            conferenceId,
            async (key, command) => AnswerTo(await sign.HandleAsync(key, physicianId, command, request.Caller(), cancellationToken)),
            cancellationToken
        );

    [Function("Conferences_Conclude")]
    [Requires(Role.Physician)]
    [Audited("conference.conclude", CallEffect.HouseholdChange)]
    public Task<IResult> ConcludeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Conferences + "/{conferenceId}/conclusion")] HttpRequest request,
        string householdId,
        int member,
        string conferenceId,
        CancellationToken cancellationToken
    ) =>
        CaseEndpoint.TakeAsync<ConcludeConferenceRequest>(
            request,
            householdId,
            member,
            conferenceId,
            async (key, command) => AnswerTo(await end.ConcludeAsync(key, command, request.Caller(), cancellationToken)),
            cancellationToken
        );

    [Function("Conferences_Cancel")]
    [Requires(Role.Physician)]
    [Audited("conference.cancel", CallEffect.HouseholdChange)]
    public Task<IResult> CancelAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Conferences + "/{conferenceId}/cancellation")] HttpRequest request,
        string householdId,
        int member,
        string conferenceId,
        CancellationToken cancellationToken
    ) =>
        CaseEndpoint.TakeAsync<CancelConferenceRequest>(
            request,
            householdId,
            member,
            conferenceId,
            async (key, command) => AnswerTo(await end.CancelAsync(key, command, request.Caller(), cancellationToken)),
            cancellationToken
        );

    private static IResult AnswerTo(ConferenceResult result) =>
        result.Outcome switch
        {
            ConferenceOutcome.Done or ConferenceOutcome.DoneBefore => TypedResults.Ok(result.View),
            ConferenceOutcome.Differs => Answers.Conflict("sent-differently", result.View),
            ConferenceOutcome.IsOver => Answers.Conflict("conference-over", result.View),
            ConferenceOutcome.NoOpinion => Answers.Conflict("conference-no-opinion", result.View),
            ConferenceOutcome.TooMany => Answers.Conflict("too-many-open", current: null),
            ConferenceOutcome.NoRecord => Answers.Conflict("record-not-open", current: null),
            ConferenceOutcome.NotAllowed => Answers.Problem(StatusCodes.Status403Forbidden, "forbidden"),
            ConferenceOutcome.Invalid => Answers.Invalid(result.Errors),
            ConferenceOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
}
