using System.Diagnostics;
using System.Text.Json;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.FollowUps;

/// <summary>One answer against its field.</summary>
internal sealed class FieldCheck(
    ReadingKinds kinds,
    CodeLists lists,
    ValidationErrors validationErrors,
    DateOnly on,
    IReadOnlyCollection<string> confirmed
)
{
    private const int DefaultMaximumLength = 200;

    public static bool IsEmpty(JsonElement answer) =>
        answer.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => true,
            JsonValueKind.String => AnswerText.Of(answer) is { } text && string.IsNullOrWhiteSpace(text),
            JsonValueKind.Array => answer.GetArrayLength() == 0,
            _ => false,
        };

    /// <returns>The answer as it is kept; null where something is wrong with it.</returns>
    public JsonElement? Check(FormField field, JsonElement answer) =>
        field.Type switch
        {
            FieldType.Reading => Reading(field, answer),
            FieldType.Number => answer.ValueKind is JsonValueKind.Number && answer.TryGetDecimal(out var number)
                ? Number(field, number)
                : Refuse(field),
            FieldType.Choice => AnswerText.Of(answer) is { } code ? Choice(field, code) : Refuse(field),
            FieldType.Choices => answer.ValueKind is JsonValueKind.Array
            && answer.EnumerateArray().All(code => AnswerText.Of(code) is not null)
                ? Choices(field, answer)
                : Refuse(field),
            FieldType.Text => AnswerText.Of(answer) is { } text
                ? Stored(TextCheck.Optional(validationErrors, field.Code, text, field.MaximumLength ?? DefaultMaximumLength))
                : Refuse(field),
            FieldType.Date => Date(field, answer),
            FieldType.Flag => answer.ValueKind is JsonValueKind.True or JsonValueKind.False ? answer.Clone() : Refuse(field),
            _ => throw new UnreachableException($"Unmapped type '{field.Type}'."),
        };

    private JsonElement? Reading(FormField field, JsonElement answer)
    {
        var kind = kinds.Find(field.Reading!)!;
        var (value, unit) = (answer, (string?)null);
        if (answer.ValueKind is JsonValueKind.Object)
        {
            if (!answer.TryGetProperty("value", out value))
            {
                return Refuse(field);
            }
            if (answer.TryGetProperty("unit", out var unitElement) && unitElement.ValueKind is not JsonValueKind.Null)
            {
                if (AnswerText.Of(unitElement) is not { } unitText)
                {
                    return Refuse(field);
                }
                unit = unitText;
            }
        }

        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetDecimal(out var number))
        {
            return Refuse(field);
        }
        if (TooFine(field, number))
        {
            return null;
        }
        if (kind.ToCanonical(Math.Clamp(number, -1_000_000m, 1_000_000m), unit) is not { } canonical)
        {
            return Refuse(field, "reading-unit", kind.Unit);
        }
        if (!kind.Possible.Contains(canonical))
        {
            return Refuse(field, "reading-impossible", kind.Possible.From, kind.Possible.To, kind.Unit);
        }
        return IsConfirmed(field, kind.Likely, canonical, kind.Unit) ? Stored(canonical) : null;
    }

    private JsonElement? Number(FormField field, decimal number)
    {
        if (number < field.Minimum || number > field.Maximum)
        {
            return Refuse(field, "out-of-range", field.Minimum!, field.Maximum!);
        }
        if (TooFine(field, number))
        {
            return null;
        }
        return field.Likely is null || IsConfirmed(field, field.Likely, number, field.Unit ?? "") ? Stored(number) : null;
    }

    private bool TooFine(FormField field, decimal number)
    {
        if (field.Decimals is not { } decimals || Units.Round(number, decimals) == number)
        {
            return false;
        }
        validationErrors.Add(field.Code, "decimals", decimals);
        return true;
    }

    private bool IsConfirmed(FormField field, ReadingRange likely, decimal value, string unit)
    {
        if (likely.Contains(value) || confirmed.Contains(field.Code))
        {
            return true;
        }
        validationErrors.Add(field.Code, "confirm-unlikely", likely.From, likely.To, unit);
        return false;
    }

    private JsonElement? Choice(FormField field, string code) => IsKnown(field, code) ? Stored(code) : Refuse(field, "unknown-value");

    private JsonElement? Choices(FormField field, JsonElement answer)
    {
        var codes = answer
            .EnumerateArray()
            .Select(code => code.GetString()!)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (!codes.All(code => IsKnown(field, code)))
        {
            return Refuse(field, "unknown-value");
        }
        var isContradiction = field.Options is { } options
            ? codes.Count > 1 && options.Any(option => option.Exclusive && codes.Contains(option.Code))
            : lists.Contradict(field.List!, codes);
        return isContradiction ? Refuse(field, "choice-exclusive") : Stored(codes);
    }

    private JsonElement? Date(FormField field, JsonElement answer)
    {
        if (!TimeRange.TryParseDay(AnswerText.Of(answer), out var date))
        {
            return Refuse(field);
        }
        return date > on ? Refuse(field, "in-the-future") : Stored(date);
    }

    private bool IsKnown(FormField field, string code) =>
        field.Options?.Any(option => option.Code == code) ?? lists.Contains(field.List!, code);

    private JsonElement? Refuse(FormField field, string code = "answer-type", params object[] arguments)
    {
        validationErrors.Add(field.Code, code, arguments);
        return null;
    }

    // The division removes trailing zeros: 7 and 7.0 are the same answer.
    private static JsonElement Stored(decimal value) => JsonSerializer.SerializeToElement(value / 1.0000000000000000000000000000m);

    private static JsonElement? Stored<T>(T? value)
        where T : notnull => value is null ? null : JsonSerializer.SerializeToElement(value);
}

internal static class AnswerText
{
    /// <summary>The text; null where it is not a text, or contains half a surrogate pair, which cannot be stored.</summary>
    public static string? Of(JsonElement answer)
    {
        if (answer.ValueKind is not JsonValueKind.String)
        {
            return null;
        }
        try
        {
            return answer.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
