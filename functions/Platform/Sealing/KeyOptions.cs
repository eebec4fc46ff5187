using System.ComponentModel.DataAnnotations;

namespace Alleviation.Functions.Platform.Sealing;

/// <summary>Section <c>Keys</c>: where the key ring is kept. Exactly one place.</summary>
public sealed class KeyOptions : IValidatableObject
{
    /// <summary>
    /// A file, made at the first start. Whoever can read it can read everything, and without it nobody can: back it up apart from the data.
    /// </summary>
    public string? File { get; set; }

    /// <summary>A key vault whose secret holds the ring; reached with the app's managed identity.</summary>
    public Uri? VaultUri { get; set; }

    /// <summary>The name of that secret.</summary>
    [Required]
    public string VaultSecret { get; set; } = "alleviation-keys";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(File) == (VaultUri is null))
        {
            yield return new ValidationResult("Set either Keys:File or Keys:VaultUri.");
        }
    }
}
