using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Alleviation.Tests.Infrastructure;

/// <param name="Whole">With the expressions worked out for the cloud.</param>
internal sealed record DeployedResource(string Type, string Name, string Id, JsonObject Whole)
{
    public JsonObject Properties => Whole["properties"]!.AsObject();

    public string? Text(string property) => Properties[property]?.ToString();
}

/// <summary>What a parameter file deploys in its cloud.</summary>
internal sealed class Deployment(JsonArray predicted)
{
    private static readonly ConcurrentDictionary<(string Parameters, bool WithAll), Lazy<Task<Deployment>>> Known = new();

    public IReadOnlyList<DeployedResource> Resources { get; } = [.. predicted.Select(resource => Read(resource!.AsObject()))];

    /// <summary>The settings of the function app.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        Of("Microsoft.Web/sites/config")
            .Single(resource => resource.Name.EndsWith("/appsettings", StringComparison.Ordinal))
            .Properties.ToDictionary(setting => setting.Key, setting => setting.Value!.GetValue<string>());

    public IEnumerable<DeployedResource> Of(string type) => Resources.Where(resource => resource.Type == type);

    public DeployedResource The(string type) => Of(type).Single();

    /// <param name="withAll">With all that a deployment can be given, or with the least.</param>
    public static Task<Deployment> OfAsync(string parameters, bool withAll = false) =>
        Known.GetOrAdd((parameters, withAll), _ => new Lazy<Task<Deployment>>(() => PredictAsync(parameters, withAll))).Value;

    private static DeployedResource Read(JsonObject whole) =>
        new(whole["type"]!.GetValue<string>(), whole["name"]!.GetValue<string>(), whole["id"]!.GetValue<string>(), whole);

    private static async Task<Deployment> PredictAsync(string parameters, bool withAll)
    {
        var snapshot = await BicepCompiler.Of(withAll).PredictAsync(parameters);
        Assert.Empty(snapshot["diagnostics"]!.AsArray());
        return new Deployment(Evaluate(snapshot["predictedResources"], Cloud.Of(parameters))!.AsArray());
    }

    private static JsonNode? Evaluate(JsonNode? node, Cloud cloud) =>
        node switch
        {
            null => null,
            JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Evaluate(field.Value, cloud)))),
            JsonArray items => new JsonArray([.. items.Select(item => Evaluate(item, cloud))]),
            JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(EvaluateText(text, cloud)),
            _ => node.DeepClone(),
        };

    // A link's id is made by functions on lists, which tell no test anything.
    private static string EvaluateText(string text, Cloud cloud) =>
        text.Contains("lambda(", StringComparison.Ordinal) ? text : ArmExpression.Evaluate(text, cloud);
}
