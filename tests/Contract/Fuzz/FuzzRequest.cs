using System.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Alleviation.Tests.Contract.Fuzz;

/// <summary>A request that is nearly what the document describes.</summary>
/// <param name="IsOfOperation">Its method and address are the operation's own, so that the document tells what may be answered.</param>
/// <param name="Role">Whose valid token it carries, if any.</param>
internal sealed record FuzzRequest(HttpRequestMessage Message, string Address, bool IsOfOperation, string? Role)
{
    private const int LongBody = 16 * 1024;
    private static readonly string[] MediaTypes =
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=utf-16",
        "application/json; charset=none",
        "multipart/form-data",
        "a",
        "*/*",
        "application/problem+json",
        "",
    ];
    private static readonly string[] Roles = ["healthWorker", "physician", "official", "operator", "auditor"];
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO"];
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static FuzzRequest Of(ApiOperation operation, FuzzScene scene, Random random)
    {
        var isOfOperation = true;
        var path = operation.Path;
        foreach (var parameter in operation.ParametersIn(ParameterLocation.Path))
        {
            var isNasty = random.Next(4) is 0;
            isOfOperation &= !isNasty;
            path = path.Replace(
                $"{{{parameter.Name}}}",
                isNasty ? FuzzAddress.NastySegment(random) : scene.Valid(parameter.Name!, random),
                StringComparison.Ordinal
            );
        }

        if (random.Next(50) is 0)
        {
            (path, isOfOperation) = (path + FuzzAddress.NastyPath(random), false);
        }
        var method = operation.Method;
        if (random.Next(50) is 0)
        {
            (method, isOfOperation) = (new HttpMethod(Methods[random.Next(Methods.Length)]), false);
        }

        var uri = new Uri(
            scene.App.Address.GetLeftPart(UriPartial.Authority) + path + FuzzAddress.Query(operation, scene, random),
            AsWritten
        );
        var message = new HttpRequestMessage(method, uri);
        if (operation.Definition.RequestBody is not null || random.Next(20) is 0)
        {
            message.Content = Content(operation, scene, path, random);
        }
        var role = Authorise(operation, message, scene, random);
        Headers(operation, message, scene, path, random);
        // Who is refused before a long body is sent hears so, rather than a connection that breaks while sending.
        if (message.Content?.Headers.ContentLength > LongBody)
        {
            message.Headers.ExpectContinue = true;
        }
        return new FuzzRequest(message, path, isOfOperation, role);
    }

    private static ByteArrayContent Content(ApiOperation operation, FuzzScene scene, string path, Random random)
    {
        var content = new ByteArrayContent(FuzzBodies.Any(operation, scene, path, random));
        var mediaType = random.Next(15) is 0
            ? MediaTypes[random.Next(MediaTypes.Length)]
            : operation.Examples.Select(example => example.MediaType).FirstOrDefault("application/json");
        if (mediaType.Length > 0)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }
        return content;
    }

    private static string? Authorise(ApiOperation operation, HttpRequestMessage message, FuzzScene scene, Random random)
    {
        var role =
            operation.Roles.Count > 0 && random.Next(10) > 1
                ? operation.Roles[random.Next(operation.Roles.Count)]
                : Roles[random.Next(Roles.Length)];
        if (random.Next(25) is 0)
        {
            if (random.Next(2) is 0)
            {
                message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + ForHeader(NastyText.Any(random)));
            }
            return null;
        }

        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", scene.Token(role));
        return role;
    }

    private static void Headers(ApiOperation operation, HttpRequestMessage message, FuzzScene scene, string address, Random random)
    {
        foreach (var parameter in operation.ParametersIn(ParameterLocation.Header))
        {
            var value = random.Next(5) switch
            {
                0 => null,
                1 => NastyText.Any(random),
                _ => parameter.Name is "If-Match" ? scene.Version(address) : parameter.Example?.ToString() ?? "a",
            };
            if (value is not null)
            {
                message.Headers.TryAddWithoutValidation(parameter.Name!, ForHeader(value));
            }
        }

        // Each from somewhere else: the limit per address is tried elsewhere.
        message.Headers.TryAddWithoutValidation("X-Forwarded-For", $"10.{random.Next(256)}.{random.Next(256)}.{random.Next(256)}");
        if (random.Next(20) is 0)
        {
            message.Headers.TryAddWithoutValidation($"X-{random.Next(100)}", ForHeader(NastyText.Any(random)));
        }
        if (random.Next(20) is 0)
        {
            message.Headers.TryAddWithoutValidation("traceparent", ForHeader(NastyText.Any(random)));
        }
    }

    // What no client can send at all is no request.
    private static string ForHeader(string text) => string.Concat(text.Where(character => character is not ('\r' or '\n' or '\0')));
}
