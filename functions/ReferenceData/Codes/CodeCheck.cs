using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.ReferenceData.Codes;

/// <summary>Codes against their lists.</summary>
internal sealed class CodeCheck(CodeLists lists)
{
    private const int MaxCodes = 30;

    public string? Required(ValidationErrors findings, string field, string list, string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            findings.Add(field, "required");
            return null;
        }

        return Optional(findings, field, list, code);
    }

    public string? Optional(ValidationErrors findings, string field, string list, string? code)
    {
        if (string.IsNullOrWhiteSpace(code) || lists.Contains(list, code))
        {
            return string.IsNullOrWhiteSpace(code) ? null : code;
        }
        findings.Add(field, "unknown-value");
        return null;
    }

    /// <returns>Each code once, in the order given; null where nobody was asked, for which an empty list stands as well.</returns>
    public IReadOnlyList<string>? Several(ValidationErrors findings, string field, string list, IReadOnlyList<string>? codes)
    {
        if (codes is null or [])
        {
            return null;
        }
        if (codes.Count > MaxCodes)
        {
            findings.Add(field, "too-many", MaxCodes);
            return null;
        }

        for (var index = 0; index < codes.Count; index++)
        {
            if (!lists.Contains(list, codes[index]))
            {
                findings.Add(field, index, "unknown-value");
            }
        }

        Together(findings, field, list, codes);
        return [.. codes.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>None beside something is refused: nobody can tell which of the two is meant.</summary>
    public void Together(ValidationErrors findings, string field, string list, IEnumerable<string> codes)
    {
        if (lists.Contradict(list, codes))
        {
            findings.Add(field, "choice-exclusive");
        }
    }
}
