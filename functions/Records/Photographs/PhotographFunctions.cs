using System.Diagnostics;
using System.Globalization;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Records.Photographs;

/// <summary>The photographs of a record's entries.</summary>
public sealed class PhotographFunctions(AddPhotographHandler add, GetPhotographHandler get, RemovePhotographHandler remove)
{
    private const string Jpeg = "image/jpeg";
    private const string Route = "api/households/{householdId}/members/{member:int}/photographs/{photographId}";

    /// <summary>Percent-encoded: in an address, words about a person would stand in every log on the way.</summary>
    private const string CaptionHeader = "X-Caption";

    /// <summary>So many of the first bytes are a preview, a JPEG of its own: neither comes without the other.</summary>
    private const string PreviewHeader = "X-Preview-Length";

    [Function("Photographs_Add")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("photograph.add", CallEffect.HouseholdChange)]
    public async Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        string householdId,
        int member,
        string photographId,
        CancellationToken cancellationToken
    )
    {
        if (KeyOf(request, householdId, member, photographId) is not { } key)
        {
            return Answers.NotFound();
        }
        var (preview, picture) = await ReadPicturesAsync(request, cancellationToken);
        var caption = Uri.UnescapeDataString(request.Headers[CaptionHeader].ToString());
        var command = new NewPhotograph(PlaceIn(request.Query), caption, picture, preview);
        var result = await add.HandleAsync(key, command, request.Caller(), cancellationToken);
        return result.Outcome switch
        {
            AddPhotographOutcome.Added => TypedResults.Created(
                $"/api/households/{key.Household}/members/{member}/photographs/{key.Id}",
                result.View
            ),
            AddPhotographOutcome.AddedBefore => TypedResults.Ok(result.View),
            AddPhotographOutcome.AddedDifferently => Answers.Conflict("sent-differently", current: null),
            AddPhotographOutcome.EntryFull => Answers.Conflict("photographs-of-entry-full", current: null),
            AddPhotographOutcome.MemberFull => Answers.Conflict("photographs-full", current: null),
            AddPhotographOutcome.Invalid => Answers.Invalid(result.Errors!),
            AddPhotographOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }

    [Function("Photographs_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("photograph.read")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string householdId,
        int member,
        string photographId,
        CancellationToken cancellationToken
    )
    {
        if (KeyOf(request, householdId, member, photographId) is not { } key)
        {
            return Answers.NotFound();
        }
        var isPreview = request.Query["size"] is ["preview"];
        var result = await get.HandleAsync(key, isPreview, request.Caller(), request.AccessReason() is not null, cancellationToken);
        return result.Picture is { } picture
            ? TypedResults.Bytes(picture, Jpeg)
            : request.Answer<PhotographView>(result.Access, view: null);
    }

    [Function("Photographs_Remove")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("photograph.remove", CallEffect.HouseholdChange)]
    public async Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/removal")] HttpRequest request,
        string householdId,
        int member,
        string photographId,
        CancellationToken cancellationToken
    )
    {
        if (KeyOf(request, householdId, member, photographId) is not { } key)
        {
            return Answers.NotFound();
        }
        var command = await request.ReadJsonAsync<PhotographRemovalRequest>(cancellationToken);
        var result = await remove.HandleAsync(key, command, request.Caller(), cancellationToken);
        return result.Outcome switch
        {
            RemovePhotographOutcome.Removed or RemovePhotographOutcome.RemovedBefore => TypedResults.Ok(result.View),
            RemovePhotographOutcome.NotAllowed => Answers.Problem(StatusCodes.Status403Forbidden, "not-author-of-photograph"),
            RemovePhotographOutcome.Invalid => Answers.Invalid(result.Errors!),
            RemovePhotographOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }

    /// <exception cref="MalformedRequestException">The preview is said to be longer than all, or than may be.</exception>
    private static async Task<(byte[]? Preview, byte[] Picture)> ReadPicturesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Headers[PreviewHeader] is not [{ } header])
        {
            return (null, await request.ReadBytesAsync(Jpeg, "not-jpeg", AddPhotographHandler.MaxPicture, cancellationToken));
        }
        if (
            !int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > AddPhotographHandler.MaxPreview
        )
        {
            throw MalformedRequestException.At(PreviewHeader);
        }
        var both = await request.ReadBytesAsync(Jpeg, "not-jpeg", length + AddPhotographHandler.MaxPicture, cancellationToken);
        return length <= both.Length ? (both[..length], both[length..]) : throw MalformedRequestException.At(PreviewHeader);
    }

    private static PhotographKey? KeyOf(HttpRequest request, string householdId, int member, string photographId)
    {
        if (!HouseholdId.TryParse(householdId, out var household) || !ClientId.IsOne(photographId))
        {
            return null;
        }
        request.HttpContext.AuditSubject(household.Value);
        return new PhotographKey(household, member, photographId);
    }

    /// <summary>Null where what was sent names no entry.</summary>
    private static string? PlaceIn(IQueryCollection query) =>
        query["entryKind"] is [{ } kind]
        && query["entryId"] is [{ } id]
        && EntryName.IsOne(kind)
        && EntryName.IsOne(id)
        && query["entryAt"] is [{ } at]
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Entry.PlaceOf(moment, kind, id)
            : null;
}
