using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Households;

/// <summary>What the endpoints of all cases do first: parse the case's key and name the household for the audit.</summary>
internal static class CaseEndpoint
{
    public static async Task<IResult> ShowAsync<TView>(
        HttpRequest request,
        string householdId,
        int member,
        string id,
        Func<CaseKey, Task<TView?>> find
    )
        where TView : class
    {
        if (!CaseKey.TryParse(householdId, member, id, out var key))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(key.Household.Value);
        return await find(key) is { } view ? TypedResults.Ok(view) : Answers.NotFound();
    }

    public static async Task<IResult> ListAsync<TList>(HttpRequest request, string householdId, Func<HouseholdId, Task<TList?>> list)
        where TList : class
    {
        if (!HouseholdId.TryParse(householdId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        return await list(id) is { } found ? TypedResults.Ok(found) : Answers.NotFound();
    }

    public static async Task<IResult> TakeAsync<TCommand>(
        HttpRequest request,
        string householdId,
        int member,
        string id,
        Func<CaseKey, TCommand, Task<IResult>> take,
        CancellationToken cancellationToken
    )
        where TCommand : class
    {
        if (!CaseKey.TryParse(householdId, member, id, out var key))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(key.Household.Value);
        return await take(key, await request.ReadJsonAsync<TCommand>(cancellationToken));
    }
}
