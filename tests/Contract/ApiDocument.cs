using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Alleviation.Tests.Contract;

/// <summary>functions/openapi.yaml, as it is delivered with the app.</summary>
internal sealed class ApiDocument
{
    private static readonly Lazy<ApiDocument> Delivered = new(Load);

    private ApiDocument(JsonNode source, ReadResult read)
    {
        (Source, Diagnostic, Model) = (source, read.Diagnostic!, read.Document!);
        Operations =
        [
            .. Model.Paths.SelectMany(path => path.Value.Operations!.Select(operation => new ApiOperation(operation.Key, path.Key, path.Value, operation.Value))),
        ];
    }

    public static ApiDocument Instance => Delivered.Value;

    public JsonNode Source { get; }

    public OpenApiDiagnostic Diagnostic { get; }

    public OpenApiDocument Model { get; }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public ApiOperation Operation(string id) => Operations.Single(operation => operation.Id == id);

    private static ApiDocument Load()
    {
        using var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, "openapi.yaml"));
        var source = YamlAsJson.Read(file);
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(source.ToJsonString()));
        return new ApiDocument(source, OpenApiDocument.Load(json, "json"));
    }
}
