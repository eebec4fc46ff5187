using System.Diagnostics;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Access;

/// <summary>The operator's endpoints.</summary>
public sealed class AccountFunctions(
    AccountTable accounts,
    AccountPhysicians physicians,
    AddAccountHandler addAccount,
    ChangeAccountHandler changeAccount,
    ChangePasswordHandler changePassword
)
{
    private const int PageSize = 100;

    [Function("Access_AddAccount")]
    [Requires(Role.Operator)]
    [Audited("account.add")]
    public async Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/accounts")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var command = await request.ReadJsonAsync<AddAccountRequest>(cancellationToken);
        if (command.Check() is { Count: > 0 } errors)
        {
            return Answers.Invalid(errors);
        }
        var (account, refused) = await physicians.WriteAsync(
            command.PhysicianId,
            addAccount.IdOf(command),
            () => addAccount.HandleAsync(command, cancellationToken),
            cancellationToken
        );
        if (refused is not null)
        {
            return Answers.Invalid([refused]);
        }
        if (account is null)
        {
            return Answers.Conflict("account-exists", null);
        }
        request.HttpContext.AuditSubject(account.Id);
        request.HttpContext.Response.SetVersion(account.Version);
        return TypedResults.Created($"{request.Path}/{account.Id}", AccountView.Of(account));
    }

    [Function("Access_ListAccounts")]
    [Requires(Role.Operator)]
    [Audited("account.list")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/accounts")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var after = request.CursorParts(1)?[0] ?? "";
        if (after is not "" && !AccountKey.IsValid(after))
        {
            return Answers.Problem(StatusCodes.Status400BadRequest, "bad-cursor");
        }
        var page = await accounts.ListAsync(after, PageSize, cancellationToken);
        return TypedResults.Ok(
            new Page<AccountView>([.. page.Select(AccountView.Of)], page.Count < PageSize ? null : Cursor.Of(page[^1].Id))
        );
    }

    [Function("Access_ChangeAccount")]
    [Requires(Role.Operator)]
    [Audited("account.change")]
    public async Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/accounts/{accountId}")] HttpRequest request,
        string accountId,
        CancellationToken cancellationToken
    )
    {
        if (!AccountKey.IsValid(accountId))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(accountId);
        if (request.IfMatchVersion() is not { } version)
        {
            return Answers.PreconditionRequired();
        }
        var command = await request.ReadJsonAsync<ChangeAccountRequest>(cancellationToken);
        if (command.Check() is { Count: > 0 } errors)
        {
            return Answers.Invalid(errors);
        }

        var ((outcome, account), refused) = await physicians.WriteAsync(
            command.Disabled ? null : command.PhysicianId,
            accountId,
            () => changeAccount.HandleAsync(accountId, version, command, request.Caller(), cancellationToken),
            cancellationToken
        );
        if (refused is not null)
        {
            return Answers.Invalid([refused]);
        }
        if (account is not null)
        {
            request.HttpContext.Response.SetVersion(account.Version);
        }
        var view = account is null ? null : AccountView.Of(account);
        return outcome switch
        {
            ChangeAccountOutcome.Changed => TypedResults.Ok(view),
            ChangeAccountOutcome.NotFound => Answers.NotFound(),
            ChangeAccountOutcome.ChangedMeanwhile => Answers.PreconditionFailed(view),
            ChangeAccountOutcome.OwnAccount => Answers.Conflict("own-account", view),
            _ => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }

    [Function("Access_ResetPassword")]
    [Requires(Role.Operator)]
    [Audited("account.reset-password")]
    public async Task<IResult> ResetPasswordAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/accounts/{accountId}/password")] HttpRequest request,
        string accountId,
        CancellationToken cancellationToken
    )
    {
        if (!AccountKey.IsValid(accountId))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(accountId);
        var body = await request.ReadJsonAsync<ResetPasswordRequest>(cancellationToken);
        var (account, errors) = await changePassword.ResetAsync(accountId, body, cancellationToken);
        if (errors is not [])
        {
            return Answers.Invalid(errors);
        }
        return account is null ? Answers.NotFound() : TypedResults.NoContent();
    }
}
