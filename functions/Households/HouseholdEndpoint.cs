using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Households;

/// <summary>How a part of a household is answered to somebody who asked to read it.</summary>
internal static class HouseholdEndpoint
{
    /// <param name="view">Null where there is none that the caller may see: 404, as if it were not there.</param>
    /// <param name="version">Of the view, for the ETag; null where it has none.</param>
    /// <returns>403 where an official has to give a reason first.</returns>
    public static IResult Answer<TView>(this HttpRequest request, HouseholdAccess access, TView? view, Func<TView, int>? version = null)
        where TView : class
    {
        if (access is HouseholdAccess.NeedsReason)
        {
            return Answers.Problem(StatusCodes.Status403Forbidden, "reason-required");
        }
        if (view is null)
        {
            return Answers.NotFound();
        }
        if (version is not null)
        {
            request.HttpContext.Response.SetVersion(version(view));
        }
        return TypedResults.Ok(view);
    }
}
