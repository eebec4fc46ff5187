using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.ReferenceData.Codes;

/// <summary>Codes against their lists.</summary>
internal sealed class CodeCheck(CodeLists lists)
{
    private const int MaxCodes = 30;

    public string? Required(ValidationErrors validationErrors, string field, string list, string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            validationErrors.Add(field, "required");
            return null;
        }

        return Optional(validationErrors, field, list, code);
    }

    public string? Optional(ValidationErrors validationErrors, string field, string list, string? code)
    {
        if (string.IsNullOrWhiteSpace(code) || lists.Contains(list, code))
        {
            return string.IsNullOrWhiteSpace(code) ? null : code;
        }
        validationErrors.Add(field, "unknown-value");
        return null;
    }

    /// <returns>Each code once, in the order given; null where nobody was asked, for which an empty list stands as well.</returns>
    public IReadOnlyList<string>? Several(ValidationErrors validationErrors, string field, string list, IReadOnlyList<string>? codes)
    {
        if (codes is null or [])
        {
            return null;
        }
        if (codes.Count > MaxCodes)
        {
            validationErrors.Add(field, "too-many", MaxCodes);
            return null;
        }

        for (var index = 0; index < codes.Count; index++)
        {
            if (!lists.Contains(list, codes[index]))
            {
                validationErrors.Add(field, index, "unknown-value");
            }
        }

        Together(validationErrors, field, list, codes);
        return [.. codes.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>None beside something is refused: nobody can tell which of the two is meant.</summary>
    public void Together(ValidationErrors validationErrors, string field, string list, IEnumerable<string> codes)
    {
        if (lists.Contradict(list, codes))
        {
            validationErrors.Add(field, "choice-exclusive");
        }
    }
}
