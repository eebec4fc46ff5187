using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.Contract;

/// <summary>The examples and code lists that the document names.</summary>
public sealed class ApiExampleTests
{
    [Fact]
    public void EveryExample_FitsItsSchema()
    {
        foreach (var operation in ApiDocument.Instance.Operations)
        {
            foreach (var (mediaType, body) in operation.Examples)
            {
                var errors = SchemaCheck.Errors(
                    operation.Definition.RequestBody!.Content![mediaType].Schema!,
                    JsonSerializer.SerializeToElement(body)
                );
                Assert.True(errors is [], $"{operation.Id}: {string.Join("; ", errors)}");
            }

            foreach (var parameter in operation.Parameters.Where(parameter => parameter.Example is not null))
            {
                Assert.Empty(SchemaCheck.Errors(parameter.Schema!, JsonSerializer.SerializeToElement(parameter.Example)));
            }
        }
    }

    [Fact]
    public void EveryCodeListNamed_IsThere()
    {
        var lists = new CodeLists(new SeedFolder()).Names.ToHashSet(StringComparer.Ordinal);
        var named = Nodes(ApiDocument.Instance.Source)
            .OfType<JsonObject>()
            .Select(node => (string?)node["x-code-list"])
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(named);
        Assert.Empty(named.Except(lists));
    }

    private static IEnumerable<JsonNode?> Nodes(JsonNode? node) =>
        node switch
        {
            JsonObject all => all.SelectMany(property => Nodes(property.Value)).Prepend(node),
            JsonArray all => all.SelectMany(Nodes).Prepend(node),
            _ => [node],
        };
}
