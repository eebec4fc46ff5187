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
    private const int FullWidthOffset = 0xFEE0;

    public static string Of(string name)
    {
        var form = new StringBuilder(name.Length);
        foreach (var entered in name.EnumerateRunes())
        {
            var rune = entered.Value is > 0xFF00 and < 0xFF5F ? new Rune(entered.Value - FullWidthOffset) : entered;
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control)
            {
                continue;
            }
            if (
                rune.Value
                is 0x00B7
                    or 0x2022
                    or 0x2027
                    or 0x30FB
                    or 0x2219
                    or 0x22C5
                    or 0x2024
                    or 0x16EB
                    or 0x002E
                    or 0x3002
                    or 0x25CF
                    or 0x318D
                    or 0x0387
                    or 0xFF65
            )
            {
                form.Append(Dot);
            }
            else
            {
                form.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return form.ToString();
    }

    public static bool IsSame(string first, string second) => Of(first) == Of(second);

    /// <summary>Whether somebody who types this may mean the name: the whole of it, its beginning, or the given name alone.</summary>
    /// <param name="typed">In this form.</param>
    public static bool Matches(string name, string typed) => typed.Length > 0 && Of(name).Contains(typed, StringComparison.Ordinal);
}
