using System.Diagnostics;
using System.Globalization;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Access;

/// <summary>The endpoints of one's own account.</summary>
public sealed class SignInFunctions(SignInHandler signIn, ChangePasswordHandler changePassword)
{
    [Function("Access_SignIn")]
    [Open("Nobody has a token before signing in.")]
    [Audited("session.sign-in")]
    public async Task<IResult> SignInAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sign-in")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var body = await request.ReadJsonAsync<SignInRequest>(cancellationToken);
        var command = new SignIn(body.UserName ?? "", body.Password ?? "", ClientAddress.Of(request));
        var result = await signIn.HandleAsync(command, cancellationToken);
        switch (result.Outcome)
        {
            case SignInOutcome.SignedIn:
                request.HttpContext.AuditSubject(result.Session!.User.AccountId);
                return TypedResults.Ok(result.Session);
            case SignInOutcome.Refused:
                request.HttpContext.Response.Headers.WWWAuthenticate = AuthorizationMiddleware.Challenge;
                return Answers.Problem(StatusCodes.Status401Unauthorized, "sign-in-failed");
            case SignInOutcome.TooManyAttempts:
                request.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(result.RetryAfter.TotalSeconds)
                    .ToString(CultureInfo.InvariantCulture);
                return Answers.Problem(StatusCodes.Status429TooManyRequests, "too-many-attempts");
            default:
                throw new UnreachableException($"Unmapped outcome '{result.Outcome}'.");
        }
    }

    [Function("Access_Me")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official, Role.Operator, Role.Auditor)]
    [Audited("account.me")]
    public static IResult Me([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me")] HttpRequest request) =>
        TypedResults.Ok(User.Of(request.Caller()));

    [Function("Access_ChangePassword")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official, Role.Operator, Role.Auditor)]
    [Audited("account.change-password")]
    public async Task<IResult> ChangePasswordAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/me/password")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var body = await request.ReadJsonAsync<ChangePasswordRequest>(cancellationToken);
        var (session, errors) = await changePassword.ChangeAsync(request.Caller().AccountId, body, cancellationToken);
        if (session is not null)
        {
            return TypedResults.Ok(session);
        }
        // No errors: the account is the issuer's and not ours, or somebody changed it at this moment.
        return errors is [] ? Answers.NotFound() : Answers.Invalid(errors);
    }

    private sealed record SignInRequest(string? UserName = null, string? Password = null);
}
