using System.Text.Json;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>Two things of one shape, field by field, each under the name and in the form that the API gives it.</summary>
internal static class DocumentDifference
{
    public static IReadOnlyList<FieldDifference> Between(object from, object to)
    {
        var (before, after) = (Fields(from), Fields(to));
        return
        [
            .. before
                .Keys.Union(after.Keys, StringComparer.Ordinal)
                .Select(name => new FieldDifference(name, Value(before, name), Value(after, name)))
                .Where(field => !AreEqual(field.From, field.To)),
        ];
    }

    private static Dictionary<string, JsonElement> Fields(object document) =>
        JsonSerializer
            .SerializeToElement(document, document.GetType(), ApiJson.Options)
            .EnumerateObject()
            .ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    private static JsonElement? Value(Dictionary<string, JsonElement> fields, string name) =>
        fields.TryGetValue(name, out var value) ? value : null;

    private static bool AreEqual(JsonElement? first, JsonElement? second) =>
        first is { } left && second is { } right ? JsonElement.DeepEquals(left, right) : first is null && second is null;
}
