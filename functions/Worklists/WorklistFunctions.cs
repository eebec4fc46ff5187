using System.Globalization;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Worklists;

/// <summary>A page of a worklist as it is answered.</summary>
/// <param name="Cursor">Of the next page; null after the last.</param>
public sealed record WorklistPage(int? Urgent, int? Overdue, IReadOnlyList<WorklistLine> Items, string? Cursor);

public sealed class WorklistFunctions(ListWorklistHandler list, Regions regions, CodeLists codes)
{
    private const int UsualSize = 50;
    private const int MaxSize = 200;

    [Function("Physicians_Worklist")]
    [Requires(Role.Physician)]
    [Audited("worklist.read")]
    public async Task<IResult> PhysicianAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/physicians/{physicianId}/worklist")] HttpRequest request,
        string physicianId,
        CancellationToken cancellationToken
    )
    {
        if (!PhysicianId.TryParse(physicianId, out var id) || request.Caller().PhysicianId != id.Value)
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        return await AnswerAsync(new WorklistOwner(id, null, request.Caller().At), request, cancellationToken);
    }

    [Function("Regions_Worklist")]
    [Requires(Role.HealthWorker)]
    [Audited("worklist.read-region")]
    public async Task<IResult> RegionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/regions/{regionCode}/worklist")] HttpRequest request,
        string regionCode,
        CancellationToken cancellationToken
    )
    {
        // A county's would be no list that anybody works through.
        if (regions.Find(regionCode) is not { Level: RegionLevel.Township or RegionLevel.Village } || !request.Caller().Covers(regionCode))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(regionCode);
        return await AnswerAsync(new WorklistOwner(null, regionCode, request.Caller().At), request, cancellationToken);
    }

    private async Task<IResult> AnswerAsync(WorklistOwner owner, HttpRequest request, CancellationToken cancellationToken)
    {
        var after = request.CursorParts(1)?[0];
        if (after is not null && !WorklistOrder.IsLine(after))
        {
            throw Cursor.Bad();
        }
        if (!TryReadFilter(request, out var filter, out var size, out var errors))
        {
            return Answers.Invalid(errors);
        }
        var (urgent, overdue, items, last) = await list.HandleAsync(owner, filter, after, size, cancellationToken);
        return TypedResults.Ok(new WorklistPage(urgent, overdue, items, last is null ? null : Cursor.Of(last)));
    }

    private bool TryReadFilter(HttpRequest request, out WorklistFilter filter, out int size, out IReadOnlyList<FieldError> errors)
    {
        var found = new List<FieldError>();
        var dueBy = Given("dueBy");
        var isDay = TimeRange.TryParseDay(dueBy, out var day);
        if (dueBy is not null && !isDay)
        {
            found.Add(new FieldError("dueBy", "unknown-value"));
        }
        var kinds = request.Query["kind"].OfType<string>().Where(kind => kind.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        WorklistUrgency? urgency = null;
        if (Given("urgency") is { } text)
        {
            if (text.All(char.IsAsciiLetter) && Enum.TryParse<WorklistUrgency>(text, ignoreCase: true, out var parsed))
            {
                urgency = parsed;
            }
            else
            {
                found.Add(new FieldError("urgency", "unknown-value"));
            }
        }
        size = UsualSize;
        if (
            Given("limit") is { } limit
            && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= MaxSize)
        )
        {
            found.Add(new FieldError("limit", "out-of-range", 1, MaxSize));
        }
        filter = new WorklistFilter(kinds.Count > 0 ? kinds : null, Given("condition"), Given("village"), isDay ? day : null, urgency);
        if (kinds.Exists(kind => !codes.Contains("taskKind", kind)))
        {
            found.Add(new FieldError("kind", "unknown-value"));
        }
        if (filter.Condition is { } condition && !codes.Contains("conditions", condition))
        {
            found.Add(new FieldError("condition", "unknown-value"));
        }
        if (filter.Village is { } village && !regions.IsVillage(village))
        {
            found.Add(new FieldError("village", "village-unknown"));
        }
        errors = found;
        return found.Count == 0;

        string? Given(string name) => request.Query[name] is [{ Length: > 0 } value] ? value : null;
    }
}
