using System.Text.Json;

namespace Alleviation.Functions.Platform.Http;

/// <summary>A null inside a list says nothing in this API, and no list type of C# refuses it.</summary>
internal static class NullElement
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 32 };

    public static bool IsIn(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Options);
        var isPropertyValue = false;
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.Null, CurrentDepth: > 0 } && !isPropertyValue)
            {
                return true;
            }
            isPropertyValue = reader.TokenType is JsonTokenType.PropertyName;
        }
        return false;
    }
}
