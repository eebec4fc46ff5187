namespace Alleviation.Functions.Access;

/// <summary>
/// What somebody was called who wrote or signed something. It stands with what was written: whoever is called otherwise later, has another
/// title or no account any more, has still signed it as it stood there.
/// </summary>
/// <param name="Title">Of a physician of the roster: code of list physicianTitle.</param>
public sealed record Signature(string Name, Role Role, string? Title = null)
{
    /// <summary>Without the name: it is none of a log's business.</summary>
    public override string ToString() => nameof(Signature);
}

/// <summary>A document that says whose account wrote it, and is signed when it is committed.</summary>
public interface ISigned
{
    /// <summary>Account id.</summary>
    string By { get; }

    /// <summary>Null where the service wrote it, or nobody who has a name here.</summary>
    Signature? Signature { get; }

    ISigned SignedWith(Signature signature);
}

/// <summary>What a physician is called; null where the roster has none of this id.</summary>
public delegate Task<RosterName?> FindOnRoster(string physicianId, CancellationToken cancellationToken);

/// <param name="Title">Code of list physicianTitle.</param>
public sealed record RosterName(string Name, string? Title)
{
    public override string ToString() => nameof(RosterName);
}

/// <summary>Who signs: a physician as the roster has it, everybody else as the account or the issuer says.</summary>
public sealed class Signatures(FindOnRoster roster, RememberedAccounts accounts)
{
    /// <summary>Null where nobody says what the caller is called.</summary>
    public async ValueTask<Signature?> OfAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (caller.PhysicianId is { } id && await roster(id, cancellationToken) is { } physician)
        {
            return new Signature(physician.Name, caller.Role, physician.Title);
        }
        // Whoever started what is done later, such as an import, is kept without the name.
        var name =
            caller.DisplayName.Length > 0
                ? caller.DisplayName
                : (await accounts.FindAsync(caller.AccountId, cancellationToken))?.DisplayName;
        return name is null ? null : new Signature(name, caller.Role);
    }
}
