using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Alleviation.Tests.Infrastructure;

/// <summary>Whoever may read a deployment's history reads its outputs: no secret stands there.</summary>
public sealed partial class SecretsTests
{
    private static readonly Lazy<Task<JsonNode>> Template = new(BuildAsync);

    [Fact]
    public async Task NoOutput_HoldsASecret()
    {
        var outputs = await AllAsync("outputs");

        Assert.NotEmpty(outputs);
        Assert.All(
            outputs,
            output =>
            {
                Assert.DoesNotMatch(Telltale(), output.Key);
                Assert.DoesNotContain("secure", output.Value!["type"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotMatch(Telltale(), output.Value!["value"]!.ToJsonString());
            }
        );
    }

    [Fact]
    public async Task NoTemplate_AsksForAKey()
    {
        Assert.DoesNotMatch("list[A-Z]\\w*\\(", (await Template.Value).ToJsonString());
    }

    [Fact]
    public async Task EachSecretParameter_IsSecureAndEmptyByItself()
    {
        var parameters = (await AllAsync("parameters")).Where(parameter => SecretName().IsMatch(parameter.Key)).ToList();

        Assert.NotEmpty(parameters);
        Assert.All(
            parameters,
            parameter =>
            {
                Assert.Equal("securestring", parameter.Value!["type"]!.GetValue<string>());
                Assert.Equal("", parameter.Value["defaultValue"]?.GetValue<string>() ?? "");
            }
        );
    }

    // Sections of that name with definitions in them, of the template and of its modules.
    private static async Task<List<KeyValuePair<string, JsonNode?>>> AllAsync(string section)
    {
        var template = await Template.Value;
        return [.. Templates(template).SelectMany(document => document[section]?.AsObject() ?? [])];
    }

    private static Task<JsonNode> BuildAsync() => BicepCompiler.Of(withAll: false).BuildAsync("main.bicep");

    private static IEnumerable<JsonObject> Templates(JsonNode? node) =>
        node switch
        {
            JsonObject fields when fields.ContainsKey("$schema") => fields.SelectMany(field => Templates(field.Value)).Prepend(fields),
            JsonObject fields => fields.SelectMany(field => Templates(field.Value)),
            JsonArray items => items.SelectMany(Templates),
            _ => [],
        };

    [GeneratedRegex("secret|password|key(?!vault)|connectionString|list[A-Z]|sas", RegexOptions.IgnoreCase)]
    private static partial Regex Telltale();

    [GeneratedRegex("Secret$|Password$|keyRing")]
    private static partial Regex SecretName();
}
