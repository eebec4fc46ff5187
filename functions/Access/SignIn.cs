using Alleviation.Functions.Platform.Sealing;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Access;

public sealed record SignIn(string UserName, string Password, string Address);

public enum SignInOutcome
{
    SignedIn,

    /// <summary>Unknown, wrong or disabled: nobody learns which.</summary>
    Refused,

    /// <summary>The user name or the client address failed too often and has to wait, even with the right password.</summary>
    TooManyAttempts,
}

public sealed record SignInResult(SignInOutcome Outcome, Session? Session = null, TimeSpan RetryAfter = default);

public sealed class SignInHandler(
    AccountTable accounts,
    AttemptTable attempts,
    Passwords passwords,
    AccountTokens tokens,
    AddressLimit addresses,
    Fingerprinter fingerprints,
    RememberedAccounts remembered,
    KeyedLock oneAtATime,
    IOptions<AccessOptions> options,
    TimeProvider clock
)
{
    public async Task<SignInResult> HandleAsync(SignIn command, CancellationToken cancellationToken)
    {
        if (addresses.Take(command.Address) is { } wait)
        {
            return new SignInResult(SignInOutcome.TooManyAttempts, RetryAfter: wait);
        }
        // No account can have these credentials, so they are refused without the cost of hashing.
        if (command is not { UserName.Length: > 0 and <= 256, Password.Length: > 0 and <= PasswordRules.MaxLength })
        {
            return new SignInResult(SignInOutcome.Refused);
        }

        var id = AccountKey.Of(command.UserName, fingerprints);
        // A burst of guesses at one name would otherwise all see the count before the first of them.
        using var turn = await oneAtATime.WaitAsync(id, cancellationToken);
        var result = await TryAsync(id, command.Password, cancellationToken);
        if (result.Outcome is SignInOutcome.SignedIn)
        {
            addresses.GiveBack(command.Address);
        }
        return result;
    }

    private async Task<SignInResult> TryAsync(string id, string password, CancellationToken cancellationToken)
    {
        var (failed, etag) = await attempts.FindAsync(id, cancellationToken);
        var now = clock.GetUtcNow();
        if (failed.IsLocked(now))
        {
            return new SignInResult(SignInOutcome.TooManyAttempts, RetryAfter: failed.LockedUntil - now);
        }

        var account = (await accounts.FindAsync(id, cancellationToken))?.Account;
        if (!passwords.Verify(account, password) || account is not { Disabled: false })
        {
            await CountAsync(id, failed, etag, cancellationToken);
            return new SignInResult(SignInOutcome.Refused);
        }

        if (etag is not null)
        {
            await attempts.ForgetAsync(id, cancellationToken);
        }
        remembered.Forget(id);
        var (token, expiresAt) = tokens.Issue(account);
        return new SignInResult(SignInOutcome.SignedIn, new Session(token, expiresAt, User.Of(account.ToCaller())));
    }

    private async Task CountAsync(string id, Attempts failed, Azure.ETag? etag, CancellationToken cancellationToken)
    {
        while (!await attempts.TryWriteAsync(id, failed.AfterFailure(clock.GetUtcNow(), options.Value), etag, cancellationToken))
        {
            (failed, etag) = await attempts.FindAsync(id, cancellationToken);
        }
    }
}
