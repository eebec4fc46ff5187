namespace Alleviation.Functions.Access;

/// <summary>What a sign-in gives.</summary>
public sealed record Session(string AccessToken, DateTimeOffset ExpiresAt, User User)
{
    /// <summary>A record would print the token.</summary>
    public override string ToString() => User.AccountId;
}

/// <summary>The caller as shown to the caller.</summary>
public sealed record User(string AccountId, string DisplayName, Role Role, IReadOnlyList<string> Regions, string? PhysicianId)
{
    public static User Of(Caller caller) => new(caller.AccountId, caller.DisplayName, caller.Role, caller.Regions, caller.PhysicianId);

    public override string ToString() => AccountId;
}
