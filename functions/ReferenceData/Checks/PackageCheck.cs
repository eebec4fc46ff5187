namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>Service packages: what counts as given is something that can be given.</summary>
internal static class PackageCheck
{
    public static IEnumerable<SeedFault> Of(SeedLibrary library)
    {
        var forms = library.CodesOf("forms");
        return library
            .Find("contracts/packages")!
            .Value.Items("packages")
            .SelectMany(package => package.Items("services"))
            .SelectMany(service => service.Items("countedBy"))
            .Where(entry => entry.Text("kind") is "visit" && entry.Text("reference") is { } form && !forms.Contains(form))
            .Select(entry =>
                entry
                    .Find("reference")!
                    .Value.Fault(
                        $"\"{entry.Text("reference")}\" is no form of seeds/forms. {Suggestion.Of(entry.Text("reference")!, forms)}"
                    )
            );
    }
}
