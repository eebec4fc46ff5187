using System.Globalization;
using System.Text;

namespace Alleviation.Functions.Households;

/// <summary>
/// A name as it is compared: without blanks, all middle dots alike, full and half width alike, letters in lower case. It is shown as it
/// was entered.
/// </summary>
public static class NameForm
{
    private const char Dot = '·';

    public static string Of(string name)
    {
        var form = new StringBuilder(name.Length);
        // Form KC turns full-width letters, and the dots that are wide or half as wide, into plain ones.
        foreach (var rune in string.Concat(name.EnumerateRunes()).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control) { continue; }
            if (rune.Value is 0x00B7 or 0x2022 or 0x2027 or 0x30FB or 0x2219 or 0x22C5 or 0x2024 or 0x16EB or 0x002E or 0x3002 or 0x25CF or 0x318D or 0x0387) { form.Append(Dot); }
            else { form.Append(Rune.ToLowerInvariant(rune)); }
        }

        return form.ToString();
    }

    public static bool IsSame(string one, string other) => Of(one) == Of(other);

    /// <summary>Whether somebody who types this may mean the name: the whole of it, its beginning, or the given name alone.</summary>
    /// <param name="typed">In this form.</param>
    public static bool Matches(string name, string typed) => typed.Length > 0 && Of(name).Contains(typed, StringComparison.Ordinal);
}
