using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Access;

/// <summary>The auditor's endpoint.</summary>
public sealed class AuditFunctions(AuditTable audit, TimeProvider clock)
{
    private const int PageSize = 100;

    [Function("Access_Audit")]
    [Requires(Role.Auditor)]
    [Audited("audit.read")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var day = clock.Today();
        if (request.Query["day"].ToString() is { Length: > 0 } wanted && !TimeRange.TryParseDay(wanted, out day))
        {
            return Answers.Invalid([new FieldError("day", "unknown-value")]);
        }
        var account = NullIfEmpty(request.Query["account"]);
        if (account is not null && !AccountKey.IsValid(account))
        {
            return Answers.Invalid([new FieldError("account", "unknown-value")]);
        }

        var subject = NullIfEmpty(request.Query["subject"]);
        if (subject is not null && !AuditNote.IsSubject(subject))
        {
            return Answers.Invalid([new FieldError("subject", "unknown-value")]);
        }

        var after = request.CursorParts(1)?[0] ?? "";
        if (!AuditKey.IsAfter(after))
        {
            return Answers.Problem(StatusCodes.Status400BadRequest, "bad-cursor");
        }
        var query = new AuditQuery(day, account, subject, after);
        var page = await audit.ListAsync(query, PageSize, cancellationToken);
        return TypedResults.Ok(
            new Page<AuditRecord>([.. page.Select(row => row.Record)], page.Count < PageSize ? null : Cursor.Of(page[^1].Key))
        );
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
