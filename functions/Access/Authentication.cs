using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Access;

/// <summary>Finds out who is calling.</summary>
public sealed class Authentication(AccountTokens tokens, IssuerTokens issuerTokens, RememberedAccounts accounts, TimeProvider clock)
{
    private const string Scheme = "Bearer ";

    /// <summary>No real token is longer, neither ours nor an issuer's.</summary>
    private const int MaxLength = 16 * 1024;

    /// <summary>Null where there is no token, or one that does not hold, or no longer.</summary>
    public async Task<Caller?> FindCallerAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await FindAsync(request, cancellationToken) is { } caller ? caller with { At = clock.GetUtcNow() } : null;

    private async Task<Caller?> FindAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (TokenOf(request) is not { } token)
        {
            return null;
        }
        if (await tokens.ReadAsync(token) is not { } claims)
        {
            return await issuerTokens.ReadAsync(token, cancellationToken);
        }
        var account = await accounts.FindAsync(claims.AccountId, cancellationToken);
        return account is { Disabled: false } && account.Stamp == claims.Stamp ? account.ToCaller() : null;
    }

    internal static string? TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.Length <= MaxLength
            ? header[Scheme.Length..].Trim()
            : null;
    }
}
