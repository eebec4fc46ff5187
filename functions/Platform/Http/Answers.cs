using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Platform.Http;

/// <summary>The answers that say no, each with a stable code.</summary>
public static class Answers
{
    public static IResult Invalid(IReadOnlyList<FieldError> errors) =>
        new ProblemAnswer(StatusCodes.Status422UnprocessableEntity, "invalid", []) { Errors = errors };

    /// <summary>Also the answer for what the caller may not see.</summary>
    public static IResult NotFound() => Problem(StatusCodes.Status404NotFound, "not-found");

    public static IResult Conflict(string code, object? current) =>
        new ProblemAnswer(StatusCodes.Status409Conflict, code, []) { Current = current };

    public static IResult PreconditionFailed(object? current) =>
        new ProblemAnswer(StatusCodes.Status412PreconditionFailed, "changed-meanwhile", []) { Current = current };

    public static IResult PreconditionRequired() => Problem(StatusCodes.Status428PreconditionRequired, "version-required");

    public static IResult Problem(int status, string code, params object[] arguments) => new ProblemAnswer(status, code, arguments);
}
