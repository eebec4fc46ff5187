using Alleviation.Functions.Platform.Sealing;

namespace Alleviation.Functions.Access;

/// <summary>
/// The account's id is the fingerprint of its user name: a second account of the same name finds the first, and the id reveals
/// nothing.
/// </summary>
public static class AccountKey
{
    private const int Length = 32;

    public static string Of(string userName, Fingerprinter fingerprints) => fingerprints.Of("account", Normal(userName));

    public static bool IsValid(string accountId) => accountId.Length is Length && accountId.All(char.IsAsciiHexDigitLower);

    /// <summary>Full-width letters, as Chinese keyboards give them, capitals and blanks around make no second person.</summary>
    internal static string Normal(string text) => string.Create(text.Length, text, Narrow).Trim().ToLowerInvariant();

    private static void Narrow(Span<char> narrow, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            narrow[i] = text[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(text[i] - 0xFEE0),
                '\u3000' => ' ',
                var other => other,
            };
        }
    }
}
