using Alleviation.Functions.Platform.Messages;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Platform.Http;

/// <summary>An RFC 9457 problem, put into words when it is sent, since only then the caller's language is known.</summary>
public sealed class ProblemAnswer(int status, string code, IReadOnlyList<object> arguments) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public string Code => code;

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The state that the caller did not know of, where there is one.</summary>
    public object? Current { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var language = Language.Of(request);
        var body = new Body(
            $"urn:alleviation:problem:{code}",
            Texts.Of(code, language, [.. arguments]),
            status,
            code,
            httpContext.TraceId(),
            Errors is []
                ? null
                : [.. Errors.Select(error => new Line(error.Field, error.Code, Texts.Of(error.Code, language, error.Arguments)))],
            Current
        );

        response.StatusCode = status;
        response.Headers.ContentLanguage = language;
        response.Headers.Vary = "Accept-Language";
        await response.WriteAsJsonAsync(body, ApiJson.Options, "application/problem+json", CancellationToken.None);
    }

    private sealed record Body(
        string Type,
        string Title,
        int Status,
        string Code,
        string TraceId,
        IReadOnlyList<Line>? Errors,
        object? Current
    );

    private sealed record Line(string Field, string Code, string Message);
}
