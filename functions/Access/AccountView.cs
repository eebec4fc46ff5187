namespace Alleviation.Functions.Access;

/// <summary>An account as operators see it.</summary>
public sealed record AccountView(
    string Id,
    string UserName,
    string DisplayName,
    Role Role,
    IReadOnlyList<string> Regions,
    string? PhysicianId,
    bool Disabled,
    int Version,
    DateTimeOffset CreatedAt
)
{
    public static AccountView Of(Account account) =>
        new(
            account.Id,
            account.UserName,
            account.DisplayName,
            account.Role,
            account.Regions,
            account.PhysicianId,
            account.Disabled,
            account.Version,
            account.CreatedAt
        );

    public override string ToString() => Id;
}
