using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Appointments;

/// <summary>The endpoints by which appointments are booked, moved and ended.</summary>
public sealed class AppointmentFunctions(
    Deliveries deliveries,
    BookAppointmentHandler book,
    MoveAppointmentHandler move,
    EndAppointmentHandler end,
    ListAppointmentsHandler list,
    CheckClaimHandler check
)
{
    private const string Appointments = "api/households/{householdId}/members/{member:int}/appointments";

    [Function("Appointments_List")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("appointment.list")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Appointments)] HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    ) => CaseEndpoint.ListAsync(request, householdId, id => list.HandleAsync(id, member, request.Caller(), cancellationToken));

    [Function("Appointments_Book")]
    [Requires(Role.HealthWorker)]
    [Audited("appointment.book", CallEffect.HouseholdChange)]
    public Task<IResult> BookAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Appointments + "/{appointmentId}")] HttpRequest request,
        string householdId,
        int member,
        string appointmentId,
        CancellationToken cancellationToken
    ) =>
        CaseEndpoint.TakeAsync<BookAppointmentRequest>(
            request,
            householdId,
            member,
            appointmentId,
            async (key, command) =>
            {
                var result = await book.HandleAsync(key, command, request.Caller(), cancellationToken);
                return result is { Outcome: AppointmentOutcome.Done, View: { } view }
                    ? TypedResults.Created($"/api/households/{householdId}/members/{member}/appointments", view)
                    : AnswerTo(result);
            },
            cancellationToken
        );

    [Function("Appointments_Move")]
    [Requires(Role.HealthWorker)]
    [Audited("appointment.move", CallEffect.HouseholdChange)]
    public Task<IResult> MoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Appointments + "/{appointmentId}/rescheduling")] HttpRequest request,
        string householdId,
        int member,
        string appointmentId,
        CancellationToken cancellationToken
    ) =>
        CaseEndpoint.TakeAsync<MoveAppointmentRequest>(
            request,
            householdId,
            member,
            appointmentId,
            async (key, command) => AnswerTo(await move.HandleAsync(key, command, request.Caller(), cancellationToken)),
            cancellationToken
        );

    [Function("Appointments_Cancel")]
    [Requires(Role.HealthWorker)]
    [Audited("appointment.cancel", CallEffect.HouseholdChange)]
    public Task<IResult> CancelAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Appointments + "/{appointmentId}/cancellation")] HttpRequest request,
        string householdId,
        int member,
        string appointmentId,
        CancellationToken cancellationToken
    ) =>
        CaseEndpoint.TakeAsync<CancelAppointmentRequest>(
            request,
            householdId,
            member,
            appointmentId,
            async (key, command) => AnswerTo(await end.CancelAsync(key, command, request.Caller(), cancellationToken)),
            cancellationToken
        );

    [Function("Appointments_Attend")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("appointment.attend", CallEffect.HouseholdChange)]
    public Task<IResult> AttendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Appointments + "/{appointmentId}/attendance")] HttpRequest request,
        string householdId,
        int member,
        string appointmentId,
        CancellationToken cancellationToken
    ) =>
        CaseEndpoint.TakeAsync<AttendanceRequest>(
            request,
            householdId,
            member,
            appointmentId,
            async (key, command) => AnswerTo(await end.NoteAsync(key, command, request.Caller(), cancellationToken)),
            cancellationToken
        );

    [Function("CheckClaim")]
    public Task CheckAsync([QueueTrigger("appointment-claims")] QueueMessage message, CancellationToken cancellationToken) =>
        deliveries.HandleAsync<ClaimCheck>(message, delivery => check.HandleAsync(delivery.Message, cancellationToken), cancellationToken);

    private static IResult AnswerTo(AppointmentResult result) =>
        result.Outcome switch
        {
            // A physician who has noted that the patient came no longer has access to the household.
            AppointmentOutcome.Done or AppointmentOutcome.DoneBefore => result.View is { } view
                ? TypedResults.Ok(view)
                : TypedResults.NoContent(),
            AppointmentOutcome.Differs => Answers.Conflict("sent-differently", result.View),
            AppointmentOutcome.SlotTaken => Answers.Conflict("slot-taken", result.View),
            AppointmentOutcome.IsOver => Answers.Conflict("appointment-over", result.View),
            AppointmentOutcome.NotYet => Answers.Conflict("appointment-not-yet", result.View),
            AppointmentOutcome.TooMany => Answers.Conflict("too-many-open", current: null),
            AppointmentOutcome.NoRecord => Answers.Conflict("record-not-open", current: null),
            AppointmentOutcome.Invalid => Answers.Invalid(result.Errors),
            AppointmentOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
}
