using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Alleviation.Functions.Access;

/// <summary>Tokens of an OpenID Connect issuer. That an account ends is the issuer's word: its tokens should be short-lived.</summary>
public sealed class IssuerTokens(IOptions<IssuerOptions> options, Fingerprinter fingerprints, TimeProvider clock)
{
    // Signatures that need the issuer's private key: with a shared secret, whoever verifies could also sign.
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];
    private readonly IssuerOptions _options = options.Value;
    private readonly JsonWebTokenHandler _handler = new();
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? _issuer = DiscoveryOf(options.Value.Authority);

    /// <summary>The caller, or null where the token is not valid here or gives no role.</summary>
    /// <exception cref="DependencyDownException">The issuer's keys cannot be read.</exception>
    public async Task<Caller?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        // One of our own that did not hold is not the issuer's: it must not wait for an issuer that does not answer.
        if (_issuer is null || !_handler.CanReadToken(token) || _handler.ReadJsonWebToken(token).Issuer is AccountTokens.Issuer)
        {
            return null;
        }
        var result = await ValidateAsync(_issuer, token, cancellationToken);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The issuer may have new keys. The manager itself sees to it that made-up tokens do not make it ask too often.
            _issuer.RequestRefresh();
            result = await ValidateAsync(_issuer, token, cancellationToken);
        }
        return result.IsValid ? ToCaller(result) : null;
    }

    private async Task<TokenValidationResult> ValidateAsync(
        ConfigurationManager<OpenIdConnectConfiguration> issuer,
        string token,
        CancellationToken cancellationToken
    )
    {
        var configuration = await ConfigurationAsync(issuer, cancellationToken);
        return await _handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = configuration.Issuer,
                ValidAudience = _options.Audience,
                ValidAlgorithms = Algorithms,
                IssuerSigningKeys = configuration.SigningKeys,
                LifetimeValidator = (from, until, _, _) => TokenLifetime.IsNow(clock, from, until),
            }
        );
    }

    private static async Task<OpenIdConnectConfiguration> ConfigurationAsync(
        ConfigurationManager<OpenIdConnectConfiguration> issuer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await issuer.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            throw new DependencyDownException("token issuer", exception);
        }
    }

    private Caller? ToCaller(TokenValidationResult result)
    {
        var claims = result.ClaimsIdentity;
        if (claims.FindFirst(_options.SubjectClaim)?.Value is not { Length: > 0 } subject)
        {
            return null;
        }
        var roles = claims.FindAll(_options.RoleClaim).Select(claim => RoleOf(claim.Value)).OfType<Role>().ToList();
        if (roles is [])
        {
            return null;
        }
        var regions = claims
            .FindAll(_options.RegionsClaim)
            .SelectMany(claim => claim.Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries));
        // Subjects can be e-mail addresses: only a fingerprint goes into the audit and the logs.
        var accountId = fingerprints.Of("subject", $"{result.Issuer}\n{subject}");
        var name = claims.FindFirst(_options.NameClaim)?.Value ?? "";
        return new Caller(accountId, roles[0], [.. regions], claims.FindFirst(_options.PhysicianClaim)?.Value, name);
    }

    private Role? RoleOf(string value)
    {
        if (_options.Roles.TryGetValue(value, out var mapped))
        {
            return mapped;
        }
        return Enum.TryParse<Role>(value, ignoreCase: true, out var role) && Enum.IsDefined(role) && !char.IsAsciiDigit(value[0])
            ? role
            : null;
    }

    private static ConfigurationManager<OpenIdConnectConfiguration>? DiscoveryOf(Uri? authority) =>
        authority is null
            ? null
            : new(
                $"{authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration",
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever { RequireHttps = !authority.IsLoopback }
            );
}
