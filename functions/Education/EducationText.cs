using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Education;

/// <summary>A short text of health education, as people may edit it: seeds/education.</summary>
/// <param name="Conditions">ICD-10 codes; none: for everybody.</param>
/// <param name="Text">Paragraphs parted by an empty line.</param>
public sealed record EducationText(string Code, IReadOnlyList<string> Conditions, Label Title, Label Text, string Source);

public sealed class EducationTexts(SeedFolder seeds)
{
    public IReadOnlyList<EducationText> All { get; } = seeds.ReadAll<EducationText>("education");

    public EducationText? Find(string? code) => All.FirstOrDefault(text => text.Code == code);

    /// <summary>Those about the condition first, then those for everybody.</summary>
    public IReadOnlyList<EducationText> About(string condition) =>
        [
            .. All.Where(text => text.Conditions.Contains(condition, StringComparer.Ordinal)),
            .. All.Where(text => text.Conditions.Count == 0),
        ];
}

public sealed record EducationTextList(IReadOnlyList<EducationText> Items);
