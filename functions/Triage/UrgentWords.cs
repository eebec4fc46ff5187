using System.Text;

namespace Alleviation.Functions.Triage;

/// <summary>Words that make a question urgent (seeds/triage/urgent-words.json). It errs on the side of being read too soon.</summary>
/// <param name="Negations">Right before a word they take it back: "no chest pain".</param>
public sealed record UrgentWords(IReadOnlyList<string> Negations, IReadOnlyList<string> Words)
{
    public bool StandIn(string text)
    {
        // Full-width letters and capitals as they are typed on phones.
        var plain = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return Words.Any(word => StandsIn(plain, word));
    }

    private bool StandsIn(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!Negations.Any(negation => text.AsSpan(0, at).EndsWith(negation, StringComparison.Ordinal))) { return true; }
        }

        return false;
    }
}
