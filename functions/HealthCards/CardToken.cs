using System.Security.Cryptography;
using System.Text;

namespace Alleviation.Functions.HealthCards;

/// <summary>
/// What a health card's QR code says (WS 537-2017: no personal data): <c>JK</c> and 130 random bits in the 32 letters and digits that
/// nobody mistakes for another, so that it can be typed where no camera is.
/// </summary>
public static class CardToken
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Prefix = "JK";
    private const int Length = 26;
    private const int Group = 4;

    public static string Create()
    {
        var token = new StringBuilder(Prefix);
        for (var index = 0; index < Length; index++)
        {
            token.Append(Alphabet[RandomNumberGenerator.GetInt32(Alphabet.Length)]);
        }
        return token.ToString();
    }

    /// <summary>As it is stored, from what was scanned or typed; null where it is none.</summary>
    public static string? Parse(string? text)
    {
        if (text is null or { Length: > 200 })
        {
            return null;
        }
        var token = string.Concat(text.ToUpperInvariant().Where(letter => letter != '-' && !char.IsWhiteSpace(letter)));
        if (token.Length != Prefix.Length + Length || !token.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }
        // Letters that people mistake for digits: O for 0, I or L for 1.
        token = Prefix + token[Prefix.Length..].Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return token[Prefix.Length..].All(Alphabet.Contains) ? token : null;
    }

    /// <summary>In groups, to be read aloud and typed.</summary>
    public static string Spell(string token) => string.Join('-', token.Chunk(Group).Select(part => new string(part)));
}
