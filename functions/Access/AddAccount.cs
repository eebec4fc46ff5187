using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;

namespace Alleviation.Functions.Access;

/// <summary>The body of an operator's call; what is missing is told per field.</summary>
public sealed record AddAccountRequest(
    string? UserName = null,
    string? DisplayName = null,
    Role? Role = null,
    IReadOnlyList<string>? Regions = null,
    string? PhysicianId = null,
    string? Password = null
)
{
    public IReadOnlyList<FieldError> Check() =>
        [
            .. AccountRules.CheckName("userName", UserName),
            .. AccountRules.CheckName("displayName", DisplayName),
            .. AccountRules.CheckScope(Role, Regions, PhysicianId),
            .. PasswordRules.Check("password", Password, UserName ?? ""),
        ];

    /// <summary>A record would print the names and the password.</summary>
    public override string ToString() => nameof(AddAccountRequest);
}

public sealed class AddAccountHandler(AccountTable accounts, Passwords passwords, Fingerprinter fingerprints, TimeProvider clock)
{
    /// <summary>The id that the account has, or will have.</summary>
    public string IdOf(AddAccountRequest command) => AccountKey.Of(command.UserName!, fingerprints);

    /// <summary>The new account, or null where there is one of this name.</summary>
    public async Task<Account?> HandleAsync(AddAccountRequest command, CancellationToken cancellationToken)
    {
        var account = new Account(
            IdOf(command),
            command.UserName!.Trim(),
            command.DisplayName!.Trim(),
            command.Role!.Value,
            command.Regions ?? [],
            command.PhysicianId
        )
        {
            PasswordHash = passwords.Hash(command.Password!),
            CreatedAt = clock.GetUtcNow(),
        };
        return await accounts.AddAsync(account, cancellationToken) ? account : null;
    }
}
