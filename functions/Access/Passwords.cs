using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Access;

/// <summary>
/// Hashes and verifies. An unknown account is verified against a hash that nothing matches, for as long as a real one takes.
/// </summary>
public sealed class Passwords
{
    private readonly PasswordHasher<Account> _hasher;
    private readonly Lazy<string> _nobodys;

    public Passwords(IOptions<AccessOptions> options)
    {
        _hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.PasswordRounds }));
        _nobodys = new Lazy<string>(() => Hash(Guid.NewGuid().ToString()));
    }

    // The hasher never looks at the user.
    public string Hash(string password) => _hasher.HashPassword(null!, password);

    public bool Verify(Account? account, string password)
    {
        // Made for known accounts too: the first sign-in after a start must not tell either.
        var nobodys = _nobodys.Value;
        var result = _hasher.VerifyHashedPassword(null!, account?.PasswordHash ?? nobodys, password);
        return account is not null && result is not PasswordVerificationResult.Failed;
    }
}
