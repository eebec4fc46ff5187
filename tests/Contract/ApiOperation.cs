using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Alleviation.Tests.Contract;

/// <summary>One call of the document.</summary>
internal sealed record ApiOperation(HttpMethod Method, string Path, IOpenApiPathItem PathItem, OpenApiOperation Definition)
{
    public string Id => Definition.OperationId!;

    public string Tag => Definition.Tags!.Single().Name!;

    public IReadOnlyList<string> Roles =>
        Definition.Extensions?.TryGetValue("x-roles", out var extension) == true && extension is JsonNodeExtension { Node: JsonArray roles }
            ? [.. roles.Select(role => role!.GetValue<string>())]
            : throw new InvalidOperationException($"{Id} has no x-roles.");

    public IReadOnlyList<IOpenApiParameter> Parameters => [.. PathItem.Parameters ?? [], .. Definition.Parameters ?? []];

    public IEnumerable<IOpenApiParameter> ParametersIn(ParameterLocation location) =>
        Parameters.Where(parameter => parameter.In == location);

    /// <summary>The bodies that the document gives as examples, by media type.</summary>
    public IEnumerable<(string MediaType, JsonNode Body)> Examples =>
        from content in Definition.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>()
        from example in new[] { content.Value.Example }.Concat(
            (content.Value.Examples ?? new Dictionary<string, IOpenApiExample>()).Values.Select(example => example.Value)
        )
        where example is not null
        select (content.Key, example);

    public override string ToString() => Id;
}
