using System.ComponentModel.DataAnnotations;

namespace Alleviation.Functions.Access;

/// <summary>Section <c>Access</c>: an OpenID Connect issuer whose tokens are accepted beside the app's own.</summary>
public sealed class IssuerOptions : IValidatableObject
{
    /// <summary>The issuer; its keys are found by discovery. None: only the app's own accounts.</summary>
    public Uri? Authority { get; set; }

    /// <summary>Who the issuer's tokens must be meant for.</summary>
    public string? Audience { get; set; }

    [Required]
    public string SubjectClaim { get; set; } = "sub";

    [Required]
    public string NameClaim { get; set; } = "name";

    [Required]
    public string RoleClaim { get; set; } = "role";

    /// <summary>Region codes, as a list or separated by commas or blanks.</summary>
    [Required]
    public string RegionsClaim { get; set; } = "regions";

    [Required]
    public string PhysicianClaim { get; set; } = "physician";

    /// <summary>What the issuer calls our roles; our own names need no entry.</summary>
    public Dictionary<string, Role> Roles { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Authority is null)
        {
            yield break;
        }
        if (string.IsNullOrWhiteSpace(Audience))
        {
            yield return new ValidationResult("Access:Authority needs Access:Audience.");
        }
        if (Authority is not { IsAbsoluteUri: true } || (Authority.Scheme != Uri.UriSchemeHttps && !Authority.IsLoopback))
        {
            yield return new ValidationResult("Access:Authority must be an https address.");
        }
    }
}
