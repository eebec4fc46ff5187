using System.Text.RegularExpressions;

namespace Alleviation.Functions.Platform.Validation;

/// <summary>Texts as people write them: trimmed, of a bounded length, and without what no name or address holds.</summary>
internal static partial class TextCheck
{
    public static string? Required(ValidationErrors findings, string field, string? text, int maximum)
    {
        if (Optional(findings, field, text, maximum) is { } value)
        {
            return value;
        }
        if (string.IsNullOrWhiteSpace(text))
        {
            findings.Add(field, "required");
        }
        return null;
    }

    public static string? Optional(ValidationErrors findings, string field, string? text, int maximum)
    {
        var value = text?.Trim();
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }
        // U+FFFD stands where a file was read in the wrong encoding.
        if (value.Any(character => char.IsControl(character) || character == '\uFFFD') || HasLoneSurrogate(value))
        {
            findings.Add(field, "text-characters");
            return null;
        }

        if (value.Length <= maximum)
        {
            return value;
        }
        findings.Add(field, "too-long", maximum);
        return null;
    }

    public static string? Phone(ValidationErrors findings, string field, string? text)
    {
        var value = Optional(findings, field, text, 40)
            ?.Replace(" ", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal);
        if (value is null || PhoneForm().IsMatch(value))
        {
            return value;
        }
        findings.Add(field, "phone-form");
        return null;
    }

    /// <summary>The text of a telephone cell beside, or instead of, the number that was read from it.</summary>
    public static string? PhoneAsGiven(ValidationErrors findings, string field, string? text) => Optional(findings, field, text, 100);

    private static bool HasLoneSurrogate(string value)
    {
        for (var index = 0; index < value.Length; index++)
        {
            if (!char.IsSurrogate(value[index]))
            {
                continue;
            }
            if (!(index + 1 < value.Length && char.IsSurrogatePair(value[index], value[index + 1])))
            {
                return true;
            }
            index++;
        }

        return false;
    }

    /// <summary>A mainland mobile number, a landline with or without area code, or an international number.</summary>
    [GeneratedRegex(@"^\+?[0-9]{7,15}$")]
    private static partial Regex PhoneForm();
}
