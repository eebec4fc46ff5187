using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Access;

/// <summary>The body of a change of one's own password.</summary>
public sealed record ChangePasswordRequest(string? Present = null, string? Password = null)
{
    public override string ToString() => nameof(ChangePasswordRequest);
}

/// <summary>The body of an operator's reset.</summary>
public sealed record ResetPasswordRequest(string? Password = null)
{
    public override string ToString() => nameof(ResetPasswordRequest);
}

public sealed class ChangePasswordHandler(
    AccountTable accounts,
    AttemptTable attempts,
    Passwords passwords,
    AccountTokens tokens,
    RememberedAccounts remembered
)
{
    /// <summary>A new session, since the old one ends with the old password; or what is wrong.</summary>
    public async Task<(Session? Session, IReadOnlyList<FieldError> Errors)> ChangeAsync(
        string accountId,
        ChangePasswordRequest command,
        CancellationToken cancellationToken
    )
    {
        if (await accounts.FindAsync(accountId, cancellationToken) is not var (account, etag))
        {
            return (null, []);
        }
        if (command.Present is not { Length: > 0 and <= PasswordRules.MaxLength } || !passwords.Verify(account, command.Present))
        {
            return (null, [new FieldError("present", "password-wrong")]);
        }
        var changed = await WriteAsync(account, etag, command.Password, cancellationToken);
        if (changed.Account is null)
        {
            return (null, changed.Errors);
        }
        var (token, expiresAt) = tokens.Issue(changed.Account);
        return (new Session(token, expiresAt, User.Of(changed.Account.ToCaller())), []);
    }

    /// <summary>Null account without errors: there is none, or it changed meanwhile.</summary>
    public async Task<(Account? Account, IReadOnlyList<FieldError> Errors)> ResetAsync(
        string accountId,
        ResetPasswordRequest command,
        CancellationToken cancellationToken
    )
    {
        if (await accounts.FindAsync(accountId, cancellationToken) is not var (account, etag))
        {
            return (null, []);
        }
        var changed = await WriteAsync(account, etag, command.Password, cancellationToken);
        if (changed.Account is not null)
        {
            await attempts.ForgetAsync(accountId, cancellationToken);
        }
        return changed;
    }

    private async Task<(Account? Account, IReadOnlyList<FieldError> Errors)> WriteAsync(
        Account account,
        Azure.ETag etag,
        string? password,
        CancellationToken cancellationToken
    )
    {
        if (PasswordRules.Check("password", password, account.UserName).ToList() is { Count: > 0 } errors)
        {
            return (null, errors);
        }
        var changed = account.WithPassword(passwords.Hash(password!));
        if (!await accounts.ReplaceAsync(changed, etag, cancellationToken))
        {
            return (null, []);
        }
        remembered.Forget(account.Id);
        return (changed, []);
    }
}
