using System.Text.RegularExpressions;

namespace Alleviation.Functions.Platform.Validation;

/// <summary>Texts as people write them: trimmed, of a bounded length, and without what no name or address holds.</summary>
internal static partial class TextCheck
{
    public static string? Required(ValidationErrors validationErrors, string field, string? text, int maximum)
    {
        if (Optional(validationErrors, field, text, maximum) is { } value)
        {
            return value;
        }
        if (string.IsNullOrWhiteSpace(text))
        {
            validationErrors.Add(field, "required");
        }
        return null;
    }

    public static string? Optional(ValidationErrors validationErrors, string field, string? text, int maximum)
    {
        var value = text?.Trim();
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }
        // U+FFFD stands where a file was read in the wrong encoding.
        if (value.Any(character => char.IsControl(character) || character == '\uFFFD') || HasLoneSurrogate(value))
        {
            validationErrors.Add(field, "text-characters");
            return null;
        }

        if (value.Length <= maximum)
        {
            return value;
        }
        validationErrors.Add(field, "too-long", maximum);
        return null;
    }

    public static string? Phone(ValidationErrors validationErrors, string field, string? text)
    {
        var value = Optional(validationErrors, field, text, 40)
            ?.Replace(" ", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal);
        if (value is null || PhoneForm().IsMatch(value))
        {
            return value;
        }
        validationErrors.Add(field, "phone-form");
        return null;
    }

    /// <summary>The text of a telephone cell beside, or instead of, the number that was read from it.</summary>
    public static string? PhoneAsGiven(ValidationErrors validationErrors, string field, string? text) =>
        Optional(validationErrors, field, text, 100);

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
