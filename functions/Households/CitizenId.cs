using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Alleviation.Functions.Households;

/// <summary>
/// A citizen ID (GB 11643-1999): 6 region digits, 8 birth date, 3 sequence (odd = male), 1 check character. The region may be a retired
/// code, so it is never held against a list.
/// </summary>
public sealed record CitizenId
{
    private const int Length = 18;
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private CitizenId(string value, DateOnly bornOn) => (Value, BornOn) = (value, bornOn);

    public string Value { get; }

    public DateOnly BornOn { get; }

    /// <summary>Code of list sex: 1 male, 2 female.</summary>
    public string Sex => (Value[16] - '0') % 2 == 1 ? "1" : "2";

    /// <param name="text">As written; a lower-case x is accepted.</param>
    /// <param name="flaw">What is wrong with it, a message code.</param>
    public static bool TryParse(string text, DateOnly today, [NotNullWhen(true)] out CitizenId? id, [NotNullWhen(false)] out string? flaw)
    {
        id = null;
        var value = text.Trim().ToUpperInvariant();
        flaw =
            value.Length != Length || !value[..17].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(value[17]) || value[17] == 'X') ? "id-form"
            : value[17] != CheckCharacterOf(value) ? "id-check"
            : null;
        if (flaw is not null)
        {
            return false;
        }
        if (
            !DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var bornOn)
            || bornOn > today
            || bornOn.Year < 1850
        )
        {
            flaw = "id-birth";
            return false;
        }

        id = new CitizenId(value, bornOn);
        return true;
    }

    /// <param name="digits">At least the first 17 digits.</param>
    public static char CheckCharacterOf(string digits) =>
        CheckCharacters[Weights.Select((weight, index) => weight * (digits[index] - '0')).Sum() % 11];

    public override string ToString() => nameof(CitizenId);
}
