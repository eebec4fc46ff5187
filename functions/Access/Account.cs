using System.Security.Cryptography;

namespace Alleviation.Functions.Access;

/// <summary>Somebody who may sign in. The stamp changes with everything that a token relies on, and with it the tokens end.</summary>
public sealed record Account(string Id, string UserName, string DisplayName, Role Role, IReadOnlyList<string> Regions, string? PhysicianId)
{
    public required string PasswordHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool Disabled { get; init; }

    public string Stamp { get; init; } = NewStamp();

    public int Version { get; init; } = 1;

    public Account With(AccountChange change) =>
        this with
        {
            DisplayName = change.DisplayName,
            Role = change.Role,
            Regions = change.Regions,
            PhysicianId = change.PhysicianId,
            Disabled = change.Disabled,
            Stamp = NewStamp(),
            Version = Version + 1,
        };

    public Account WithPassword(string hash) => this with { PasswordHash = hash, Stamp = NewStamp(), Version = Version + 1 };

    public Caller ToCaller() => new(Id, Role, Regions, PhysicianId, DisplayName);

    /// <summary>Ids only: a record would print the names and the hash.</summary>
    public override string ToString() => Id;

    private static string NewStamp() => RandomNumberGenerator.GetHexString(16, lowercase: true);
}

/// <summary>What an operator may change.</summary>
public sealed record AccountChange(string DisplayName, Role Role, IReadOnlyList<string> Regions, string? PhysicianId, bool Disabled);
