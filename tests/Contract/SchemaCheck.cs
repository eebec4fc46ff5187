using System.Globalization;
using System.Text.Json;
using Microsoft.OpenApi;

namespace Alleviation.Tests.Contract;

/// <summary>
/// Holds JSON against a schema of the document: the keywords that the document uses, and more strictly than JSON Schema would: a
/// property that is not declared is an error, for then the document does not tell all.
/// </summary>
internal static class SchemaCheck
{
    public static List<string> Errors(IOpenApiSchema schema, JsonElement json) => [.. Of(schema, json, "$", Declared(schema))];

    private static IEnumerable<string> Of(IOpenApiSchema schema, JsonElement json, string path, IReadOnlySet<string>? declared)
    {
        if (schema.AnyOf is { Count: > 0 } choices)
        {
            return choices.Any(choice => !Of(choice, json, path, Declared(choice)).Any()) ? [] : [$"{path} fits none of its schemas"];
        }

        if (schema.Type is { } type && !HasType(type, json))
        {
            return [$"{path} is {json.ValueKind}, not {type}"];
        }
        var errors = (schema.AllOf ?? []).SelectMany(part => Of(part, json, path, declared: null));
        return errors.Concat(
            json.ValueKind switch
            {
                JsonValueKind.Object => Object(schema, json, path, declared),
                JsonValueKind.Array => Array(schema, json, path),
                JsonValueKind.String => ValueCheck.Text(schema, json.GetString()!, path),
                JsonValueKind.Number => ValueCheck.Number(schema, json, path),
                _ => [],
            }
        );
    }

    private static bool HasType(JsonSchemaType type, JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => type.HasFlag(JsonSchemaType.Object),
            JsonValueKind.Array => type.HasFlag(JsonSchemaType.Array),
            JsonValueKind.String => type.HasFlag(JsonSchemaType.String),
            JsonValueKind.Number => type.HasFlag(JsonSchemaType.Number)
                || (type.HasFlag(JsonSchemaType.Integer) && json.TryGetInt64(out _)),
            JsonValueKind.Null => type.HasFlag(JsonSchemaType.Null),
            _ => type.HasFlag(JsonSchemaType.Boolean),
        };

    /// <summary>All properties that the schema or its parts know of; null where it says nothing, and anything may stand there.</summary>
    private static HashSet<string>? Declared(IOpenApiSchema schema) =>
        schema is { Type: null, AllOf: null or [] }
            ? null
            : [.. schema.Properties?.Keys ?? [], .. (schema.AllOf ?? []).SelectMany(part => Declared(part) ?? [])];

    private static IEnumerable<string> Object(IOpenApiSchema schema, JsonElement json, string path, IReadOnlySet<string>? declared)
    {
        foreach (var name in (schema.Required ?? new HashSet<string>()).Where(name => !json.TryGetProperty(name, out _)))
        {
            yield return $"{path}.{name} is missing";
        }
        foreach (var property in json.EnumerateObject())
        {
            var propertyPath = $"{path}.{property.Name}";
            if (schema.Properties?.TryGetValue(property.Name, out var known) == true)
            {
                foreach (var error in Of(known, property.Value, propertyPath, Declared(known)))
                {
                    yield return error;
                }
            }
            else if (schema.AdditionalProperties is { } other)
            {
                foreach (var error in Of(other, property.Value, propertyPath, Declared(other)))
                {
                    yield return error;
                }
            }
            else if (declared?.Contains(property.Name) == false)
            {
                yield return $"{propertyPath} is not declared";
            }
        }
    }

    private static IEnumerable<string> Array(IOpenApiSchema schema, JsonElement json, string path)
    {
        if (json.GetArrayLength() < schema.MinItems || json.GetArrayLength() > schema.MaxItems)
        {
            yield return $"{path} has {json.GetArrayLength()} items";
        }
        if (schema.Items is not { } items)
        {
            yield break;
        }
        foreach (
            var error in json.EnumerateArray()
                .SelectMany(
                    (item, index) => Of(items, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), Declared(items))
                )
        )
        {
            yield return error;
        }
    }
}
