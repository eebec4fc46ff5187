namespace Alleviation.Functions.Households;

/// <summary>An id that a client makes before it sends, so that the same sent twice is one thing: 32 lower-case hexadecimal characters.</summary>
internal static class GivenId
{
    public static bool IsOne(string? text) => text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);
}
