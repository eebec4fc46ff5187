using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Access;

/// <summary>The body of an operator's change: all of it is replaced, but the name, which may be left out.</summary>
public sealed record ChangeAccountRequest(
    string? DisplayName = null,
    Role? Role = null,
    IReadOnlyList<string>? Regions = null,
    string? PhysicianId = null,
    bool Disabled = false
)
{
    public IReadOnlyList<FieldError> Check() =>
        [
            .. DisplayName is null ? [] : AccountRules.CheckName("displayName", DisplayName),
            .. AccountRules.CheckScope(Role, Regions, PhysicianId),
        ];

    public override string ToString() => nameof(ChangeAccountRequest);
}

public enum ChangeAccountOutcome
{
    Changed,
    NotFound,

    /// <summary>The version is not the one that was read.</summary>
    ChangedMeanwhile,

    /// <summary>The operator would shut out himself, and perhaps everybody.</summary>
    OwnAccount,
}

public sealed class ChangeAccountHandler(AccountTable accounts, RememberedAccounts remembered)
{
    public async Task<(ChangeAccountOutcome Outcome, Account? Account)> HandleAsync(
        string accountId,
        int version,
        ChangeAccountRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (await accounts.FindAsync(accountId, cancellationToken) is not var (account, etag))
        {
            return (ChangeAccountOutcome.NotFound, null);
        }
        if (account.Version != version)
        {
            return (ChangeAccountOutcome.ChangedMeanwhile, account);
        }
        if (accountId == caller.AccountId && (command.Disabled || command.Role is not Role.Operator))
        {
            return (ChangeAccountOutcome.OwnAccount, account);
        }

        var changed = account.With(
            new AccountChange(
                command.DisplayName?.Trim() ?? account.DisplayName,
                command.Role!.Value,
                command.Regions ?? [],
                command.PhysicianId,
                command.Disabled
            )
        );
        if (!await accounts.ReplaceAsync(changed, etag, cancellationToken))
        {
            return (ChangeAccountOutcome.ChangedMeanwhile, (await accounts.FindAsync(accountId, cancellationToken))?.Account);
        }
        remembered.Forget(accountId);
        return (ChangeAccountOutcome.Changed, changed);
    }
}
