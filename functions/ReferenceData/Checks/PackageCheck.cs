namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>Service packages: what counts as given is something that can be given.</summary>
internal static class PackageCheck
{
    private const string Visit = "visit";

    public static IEnumerable<SeedFault> Of(SeedLibrary library)
    {
        var forms = library.CodesOf("forms");
        foreach (
            var entry in library
                .Find("contracts/packages")!
                .Value.Items("packages")
                .SelectMany(package => package.Items("services"))
                .SelectMany(service => service.Items("countedBy"))
        )
        {
            if (entry.Text("kind") is Visit && entry.Text("reference") is { } form && !forms.Contains(form))
            {
                yield return entry.Find("reference")!.Value.Fault($"\"{form}\" is no form of seeds/forms. {Suggestion.Of(form, forms)}");
            }
            if (entry.Text("kind") is not Visit && entry.Find("contactModes") is { } contactModes)
            {
                yield return contactModes.Fault("Only a visit is given in a way: nothing else would count.");
            }
        }
    }
}
