using System.Globalization;

namespace Azure.Data.Tables.Filters;

/// <summary>A value as the service's filters write it.</summary>
internal static class ODataLiteral
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => Quoted(text),
        char letter => Quoted(letter.ToString()),
        bool truth => truth ? "true" : "false",
        sbyte or byte or short or ushort or int => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        float number => WithPoint(number.ToString(CultureInfo.InvariantCulture)),
        double number => WithPoint(number.ToString(CultureInfo.InvariantCulture)),
        DateTimeOffset time => $"datetime'{time.UtcDateTime:O}'",
        DateTime time => $"datetime'{time.ToUniversalTime():O}'",
        Guid id => $"guid'{id}'",
        byte[] bytes => Hexadecimal(bytes),
        BinaryData bytes => Hexadecimal(bytes.ToMemory().Span),
        _ => throw new ArgumentException($"Unable to convert a value of type {value.GetType()} to an OData literal.", nameof(value)),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // Without a point the service takes it for a whole number.
    private static string WithPoint(string number) => number.AsSpan().ContainsAny("E.Na") ? number : number + ".0";

    private static string Hexadecimal(ReadOnlySpan<byte> bytes) => $"X'{Convert.ToHexStringLower(bytes)}'";
}
