using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Access;

/// <summary>Whether there is such a physician on the roster.</summary>
public delegate Task<bool> IsOnRoster(string physicianId, CancellationToken cancellationToken);

/// <summary>
/// Sees to it that an account is of one physician of the roster, and that physician's only one, for whoever signs in by it reads and signs
/// as that physician. While one is written, a hold keeps others from writing another of the same.
/// </summary>
public sealed class AccountPhysicians(AccountTable accounts, AccountHoldTable holds, IsOnRoster isOnRoster)
{
    /// <param name="physicianId">Of the shape that <see cref="AccountRules"/> asks for; null for an account that names none, or is
    /// disabled.</param>
    /// <param name="accountId">Whose account is written.</param>
    /// <param name="write">Writes the account; called only where it may be that physician's.</param>
    /// <returns>What was written; a fault of the field where nothing was.</returns>
    public async Task<(T? Written, FieldError? Refused)> WriteAsync<T>(
        string? physicianId,
        string accountId,
        Func<Task<T>> write,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrEmpty(physicianId))
        {
            return (await write(), null);
        }
        if (!await isOnRoster(physicianId, cancellationToken))
        {
            return (default, new FieldError("physicianId", "physician-unknown"));
        }
        if (await holds.TryHoldAsync(physicianId, accountId, cancellationToken) is not { } held)
        {
            return (default, HasAccount);
        }
        try
        {
            // Asked while nobody else may write one.
            return await accounts.HasOtherOfAsync(physicianId, accountId, cancellationToken)
                ? (default, HasAccount)
                : (await write(), null);
        }
        finally
        {
            await holds.LetGoAsync(physicianId, held);
        }
    }

    private static FieldError HasAccount => new("physicianId", "physician-has-account");
}
