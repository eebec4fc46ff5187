namespace Alleviation.Functions.Triage;

/// <summary>Words that make a question urgent (seeds/triage/urgent-words.json). It errs on the side of being read too soon.</summary>
/// <param name="Negations">Right before a word they take it back: "no chest pain".</param>
public sealed record UrgentWords(IReadOnlyList<string> Negations, IReadOnlyList<string> Words)
{
    public bool StandIn(string text)
    {
        var plain = string.Concat(text.Select(Plain));
        return Words.Any(word => StandsIn(plain, word));
    }

    // Capitals, and the full-width letters and spaces of Chinese keyboards (U+FF01 to U+FF5E, U+3000).
    private static char Plain(char letter) =>
        char.ToLowerInvariant(
            letter switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
                '\u3000' => ' ',
                _ => letter,
            }
        );

    private bool StandsIn(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!Negations.Any(negation => text.AsSpan(0, at).EndsWith(negation, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
