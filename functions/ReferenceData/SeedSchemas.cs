using System.Text.Json;

namespace Alleviation.Functions.ReferenceData;

/// <summary>The JSON Schemas of seeds/schemas by the files that they are for.</summary>
internal sealed class SeedSchemas(IReadOnlyDictionary<string, SeedDocument> schemas)
{
    public const string Folder = "schemas/";
    private const string Ending = ".schema.json";

    /// <summary>The schema of the file itself (<c>codes.drug</c>), else that of its folder (<c>codes</c>).</summary>
    /// <param name="name">Relative to the seeds.</param>
    public SeedSchema? For(string name)
    {
        var plain = Path.ChangeExtension(name, null).Replace('/', '.');
        return Named($"{plain}{Ending}") ?? Named($"{plain.Split('.')[0]}{Ending}");
    }

    /// <param name="reference"><c>#/$defs/field</c>, or <c>common.schema.json#/$defs/label</c>.</param>
    /// <exception cref="SchemaMistakeException">There is no such definition.</exception>
    public SeedSchema Resolve(SeedSchema from, string reference)
    {
        var parts = reference.Split('#');
        var found =
            parts[0].Length == 0
                ? Named(from.File)!
                : Named(parts[0]) ?? throw new SchemaMistakeException(from.File, $"The schema names {parts[0]}, which is not there.");
        foreach (var step in parts[1].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = found.Value.TryGetProperty(step, out var inner)
                ? found with
                {
                    Value = inner,
                }
                : throw new SchemaMistakeException(from.File, $"The schema names {reference}, which is not there.");
        }

        return found;
    }

    private SeedSchema? Named(string file) =>
        schemas.TryGetValue(Folder + file, out var document) ? new SeedSchema(file, document.Value) : null;
}

/// <param name="File">Within seeds/schemas.</param>
internal sealed record SeedSchema(string File, JsonElement Value)
{
    private const string Name = "$schema";

    /// <summary>An editor shows mistakes by the schema that the document names: it has to be the one that it is checked by.</summary>
    public IEnumerable<SeedFault> Named(SeedDocument document)
    {
        var right = $"../{SeedSchemas.Folder}{File}";
        var isAsked = Value.TryGetProperty("properties", out var properties) && properties.TryGetProperty(Name, out _);
        if (isAsked && document.Root.Text(Name) != right)
        {
            yield return document.Fault("", $"It has to name its schema, so that an editor shows mistakes: \"{Name}\": \"{right}\".");
        }
    }
}
