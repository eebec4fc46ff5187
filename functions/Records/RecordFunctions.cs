using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Records;

public sealed class RecordFunctions(GetRecordHandler get, ListEntriesHandler entries)
{
    [Function("Records_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("record.read")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/records/{recordNumber}")] HttpRequest request,
        string recordNumber,
        CancellationToken cancellationToken
    ) => AnswerAsync(request, recordNumber, found => Task.FromResult<IResult>(TypedResults.Ok(found.View)), cancellationToken);

    [Function("Records_ListEntries")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("record.read-entries")]
    public Task<IResult> ListEntriesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/records/{recordNumber}/entries")] HttpRequest request,
        string recordNumber,
        CancellationToken cancellationToken
    ) =>
        AnswerAsync(
            request,
            recordNumber,
            async found =>
            {
                var cursor = request.CursorParts(1);
                return TypedResults.Ok(await entries.HandleAsync(found.Household, found.Photographs!, cursor?[0], cancellationToken));
            },
            cancellationToken
        );

    private async Task<IResult> AnswerAsync(
        HttpRequest request,
        string recordNumber,
        Func<GetRecordResult, Task<IResult>> answer,
        CancellationToken cancellationToken
    )
    {
        if (!RecordNumber.TryParse(recordNumber, out var number))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(recordNumber);
        var found = await get.HandleAsync(number, request.Caller(), request.AccessReason() is not null, cancellationToken);
        if (found.Access is HouseholdAccess.NeedsReason)
        {
            return Answers.Problem(StatusCodes.Status403Forbidden, "reason-required");
        }
        if (found.View is null)
        {
            return Answers.NotFound();
        }
        request.HttpContext.Response.SetVersion(found.View.HouseholdVersion);
        return await answer(found);
    }
}
