using Alleviation.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.WebApp;

/// <summary>All that is not the API: the files of the web app, and its page for every path that its own router may know.</summary>
public sealed class WebAppFunctions(WebFolder folder)
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskEachTime = "no-cache";

    [Function("WebApp_Get")]
    [Open("The sign-in page comes before signing in, and the program holds nobody's data.")]
    public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*path}")] HttpRequest request)
    {
        if (folder.Find(request.Path.Value ?? "") is not { } file)
        {
            return TypedResults.NotFound();
        }
        var form = file.FormFor(request.GetTypedHeaders().AcceptEncoding);
        var content = form.Read();

        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = file.HasHashInName ? Forever : AskEachTime;
        headers.Vary = "Accept-Encoding";
        // The page brings its own policy, in place of the API's; only that nobody may frame it has to stand in a header.
        headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        if (form.Encoding is { } encoding)
        {
            headers.ContentEncoding = encoding;
        }
        return TypedResults.Bytes(
            content.Bytes,
            file.ContentType,
            enableRangeProcessing: true,
            lastModified: content.ChangedAt,
            entityTag: content.ETag
        );
    }
}
