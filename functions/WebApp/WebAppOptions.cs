using System.ComponentModel.DataAnnotations;

namespace Alleviation.Functions.WebApp;

/// <summary>Section <c>WebApp</c>: where the built web app is.</summary>
public sealed class WebAppOptions : IValidatableObject
{
    /// <summary>Absolute, or relative to the binaries, where the build puts it. Where it is missing there is no web app.</summary>
    [Required]
    public string Folder { get; set; } = "wwwroot";

    internal string FullPath => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder, AppContext.BaseDirectory));

    // Whatever lies in the folder is served: settings and binaries must not.
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var wayToTheProgram = Path.GetRelativePath(FullPath, AppContext.BaseDirectory);
        if (Path.IsPathRooted(wayToTheProgram) || wayToTheProgram.Split(Path.DirectorySeparatorChar)[0] is "..")
        {
            yield break;
        }
        yield return new ValidationResult("WebApp:Folder must not be a folder that holds the program itself.");
    }
}
