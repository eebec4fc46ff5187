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

    private static Dictionary<string, JsonElement> Fields(object one) =>
        JsonSerializer
            .SerializeToElement(one, one.GetType(), ApiJson.Options)
            .EnumerateObject()
            .ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    private static JsonElement? Value(Dictionary<string, JsonElement> fields, string name) =>
        fields.TryGetValue(name, out var value) ? value : null;

    private static bool AreEqual(JsonElement? one, JsonElement? other) =>
        one is { } here && other is { } there ? JsonElement.DeepEquals(here, there) : one is null && other is null;
}
