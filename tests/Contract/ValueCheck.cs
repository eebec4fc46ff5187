using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Alleviation.Tests.Contract;

/// <summary>Holds a text or a number against its schema (<see cref="SchemaCheck"/>).</summary>
internal static class ValueCheck
{
    public static IEnumerable<string> Text(IOpenApiSchema schema, string text, string path)
    {
        if (
            schema.Enum is { Count: > 0 } known
            && !known.Any(item => item is JsonValue value && value.TryGetValue<string>(out var name) && name == text)
        )
        {
            yield return $"{path} is '{text}', none of its values";
        }
        if (text.Length < schema.MinLength || text.Length > schema.MaxLength)
        {
            yield return $"{path} has {text.Length} characters";
        }
        if (schema.Pattern is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.ECMAScript))
        {
            yield return $"{path} is '{text}', not of its pattern";
        }
        var isOfFormat = schema.Format switch
        {
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => text.Contains('T', StringComparison.Ordinal)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => true,
        };
        if (!isOfFormat)
        {
            yield return $"{path} is '{text}', no {schema.Format}";
        }
    }

    public static IEnumerable<string> Number(IOpenApiSchema schema, JsonElement json, string path)
    {
        var number = json.GetDecimal();
        if (schema.Minimum is { } minimum && number < decimal.Parse(minimum, CultureInfo.InvariantCulture))
        {
            yield return $"{path} is {number}, below {minimum}";
        }
        if (schema.Maximum is { } maximum && number > decimal.Parse(maximum, CultureInfo.InvariantCulture))
        {
            yield return $"{path} is {number}, above {maximum}";
        }
    }
}
