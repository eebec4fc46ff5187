using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Alleviation.Tests.Contract;

/// <summary>The API's document, <c>functions/openapi/*.yaml</c>, bundled as <c>web/scripts/bundle.mjs</c> does.</summary>
internal sealed class ApiDocument
{
    private static readonly Lazy<ApiDocument> Delivered = new(Load);

    private ApiDocument(JsonNode source, ReadResult read)
    {
        (Source, Diagnostic, Model) = (source, read.Diagnostic!, read.Document!);
        Operations =
        [
            .. Model.Paths.SelectMany(path =>
                path.Value.Operations!.Select(operation => new ApiOperation(operation.Key, path.Key, path.Value, operation.Value))
            ),
        ];
    }

    public static ApiDocument Instance => Delivered.Value;

    public JsonNode Source { get; }

    public OpenApiDiagnostic Diagnostic { get; }

    public OpenApiDocument Model { get; }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public ApiOperation Operation(string id) => Operations.Single(operation => operation.Id == id);

    /// <summary>The files of the document: one for what several tags use, one for each tag.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "openapi"), "*.yaml").Order(StringComparer.Ordinal)];

    private static ApiDocument Load()
    {
        var bundle = new JsonObject { ["tags"] = new JsonArray(), ["paths"] = new JsonObject() };
        foreach (var path in Files)
        {
            using var file = File.OpenText(path);
            Add(YamlAsJson.Read(file).AsObject(), bundle);
        }

        using var json = new MemoryStream(Encoding.UTF8.GetBytes(bundle.ToJsonString()));
        return new ApiDocument(bundle, OpenApiDocument.Load(json, "json"));
    }

    /// <exception cref="ArgumentException">Two files have the same path or the same component.</exception>
    private static void Add(JsonObject part, JsonObject bundle)
    {
        foreach (var (name, value) in part.ToList())
        {
            part.Remove(name);
            switch (bundle[name], value)
            {
                case (JsonArray all, JsonArray more):
                    more.ToList()
                        .ForEach(item =>
                        {
                            more.Remove(item);
                            all.Add(item);
                        });
                    break;
                case (JsonObject all, JsonObject more) when name is "paths" or "components" or "schemas":
                    Add(more, all);
                    break;
                default:
                    bundle.Add(name, value);
                    break;
            }
        }
    }
}
