using System.Globalization;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Referrals;

/// <summary>The ledgers of referrals (转诊台账), by township or village and by physician.</summary>
public sealed class ReferralLedgerFunctions(ListReferralLedgerHandler list, Regions regions)
{
    private const int UsualSize = 50;
    private const int MaxSize = 200;

    [Function("Regions_Referrals")]
    [Requires(Role.HealthWorker)]
    [Audited("referral.read-region")]
    public async Task<IResult> RegionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/regions/{regionCode}/referrals")] HttpRequest request,
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
        return await AnswerAsync(request, (filter, after, size) => list.OfRegionAsync(regionCode, filter, after, size, cancellationToken));
    }

    [Function("Physicians_Referrals")]
    [Requires(Role.Physician)]
    [Audited("referral.read-panel")]
    public async Task<IResult> PhysicianAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/physicians/{physicianId}/referrals")] HttpRequest request,
        string physicianId,
        CancellationToken cancellationToken
    )
    {
        if (!PhysicianId.TryParse(physicianId, out var id) || request.Caller().PhysicianId != id.Value)
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        return await AnswerAsync(request, (filter, after, size) => list.OfPhysicianAsync(id, filter, after, size, cancellationToken));
    }

    private static async Task<IResult> AnswerAsync(
        HttpRequest request,
        Func<ReferralLedgerFilter, string?, int, Task<(IReadOnlyList<ReferralLedgerLine> Items, string? Last)>> read
    )
    {
        var after = request.CursorParts(1)?[0];
        if (after is not null && !ReferralLedgerFilter.IsLine(after))
        {
            throw Cursor.Bad();
        }
        var errors = new List<FieldError>();
        var filter = new ReferralLedgerFilter(
            Direction: OneOf<ReferralDirection>("direction", [("up", ReferralDirection.Up), ("down", ReferralDirection.Down)]),
            IsOver: OneOf<bool>("state", [("open", false), ("over", true)]),
            IsReceived: OneOf<bool>("part", [("sent", false), ("received", true)]),
            From: Day("from"),
            To: Day("to")
        );
        var size = UsualSize;
        if (
            Given("limit") is { } limit
            && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= MaxSize)
        )
        {
            errors.Add(new FieldError("limit", "out-of-range", 1, MaxSize));
        }
        if (errors.Count > 0)
        {
            return Answers.Invalid(errors);
        }
        var (items, last) = await read(filter, after, size);
        return TypedResults.Ok(new Page<ReferralLedgerLine>(items, last is null ? null : Cursor.Of(last)));

        string? Given(string name) => request.Query[name] is [{ Length: > 0 } value] ? value : null;

        T? OneOf<T>(string name, (string Word, T Value)[] words)
            where T : struct
        {
            if (Given(name) is not { } given)
            {
                return null;
            }
            if (words.FirstOrDefault(word => word.Word == given) is { Word: not null } found)
            {
                return found.Value;
            }
            errors.Add(new FieldError(name, "unknown-value"));
            return null;
        }

        DateOnly? Day(string name)
        {
            if (Given(name) is not { } given)
            {
                return null;
            }
            if (TimeRange.TryParseDay(given, out var day))
            {
                return day;
            }
            errors.Add(new FieldError(name, "unknown-value"));
            return null;
        }
    }
}
