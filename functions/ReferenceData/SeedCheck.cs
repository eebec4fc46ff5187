using System.Text.Json;
using Alleviation.Functions.ReferenceData.Checks;

namespace Alleviation.Functions.ReferenceData;

/// <summary>Checks all seeds before the service starts, so that the first person who meets a mistake is whoever made it.</summary>
public static class SeedCheck
{
    /// <returns>All faults that were found, in the order of the files; none where the service may start.</returns>
    public static IReadOnlyList<SeedFault> Of(SeedFolder seeds)
    {
        var faults = new List<SeedFault>();
        var names = seeds.Names;
        faults.AddRange(SeedNames.Check(names));
        var documents = Read(seeds, names.Where(SeedNames.IsDocument), faults);
        var library = new SeedLibrary(documents);
        var schemas = new SeedSchemas(documents);
        var check = new SchemaCheck(schemas, library);
        foreach (
            var document in documents.Values.Where(document => !document.Name.StartsWith(SeedSchemas.Folder, StringComparison.Ordinal))
        )
        {
            faults.AddRange(AgainstSchema(document, schemas, check));
        }

        faults.AddRange(RequiredSeeds.Check(names, library));
        // Checks across documents run only where each document matches its schema, so that no mistake is reported twice.
        if (faults.Count == 0)
        {
            faults.AddRange(CodeListCheck.Of(library));
            faults.AddRange(DrugCautionCheck.Of(library));
            faults.AddRange(FormCheck.Of(library));
            faults.AddRange(CaseCheck.Of(library));
            faults.AddRange(PathwayCheck.Of(library));
            faults.AddRange(PackageCheck.Of(library));
            faults.AddRange(TriageCheck.Of(library));
            faults.AddRange(TextCheck.Of(library));
            faults.AddRange(ImportWordsCheck.Of(library));
            faults.AddRange(RegionCheck.Of(seeds, library));
            faults.AddRange(RosterCheck.Of(seeds, library));
        }

        return [.. faults.Distinct().OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)];
    }

    private static IReadOnlyList<SeedFault> AgainstSchema(SeedDocument document, SeedSchemas schemas, SchemaCheck check)
    {
        try
        {
            return schemas.For(document.Name) is { } schema
                ? [.. check.Check(document.Root, schema), .. schema.Named(document)]
                : [document.Fault("", "No schema in seeds/schemas says what this file has to look like.")];
        }
        catch (SchemaMistakeException mistake)
        {
            return [mistake.Fault];
        }
    }

    private static Dictionary<string, SeedDocument> Read(SeedFolder seeds, IEnumerable<string> names, List<SeedFault> faults)
    {
        var documents = new Dictionary<string, SeedDocument>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            try
            {
                documents[name] = SeedDocument.Read(seeds, name);
            }
            catch (JsonException broken)
            {
                faults.Add(
                    new SeedFault(
                        name,
                        "",
                        (int?)broken.LineNumber + 1,
                        $"This is no JSON: {broken.Message} Files have to be saved as UTF-8."
                    )
                );
            }
        }

        return documents;
    }
}
