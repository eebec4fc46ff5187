using System.Text.Json;
using Alleviation.Functions.Codes;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Education;

/// <summary>A short text of health education, as people may edit it: seeds/education.</summary>
/// <param name="Conditions">ICD-10 codes; none: for everybody.</param>
/// <param name="Text">Paragraphs parted by an empty line.</param>
public sealed record EducationText(string Code, IReadOnlyList<string> Conditions, Label Title, Label Text, string Source);

public sealed class EducationTexts
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public EducationTexts(SeedFolder seeds) => All =
    [
        .. Directory.EnumerateFiles(seeds.PathOf("education"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<EducationText>(File.ReadAllBytes(file), Options) ?? throw new InvalidOperationException($"{Path.GetFileName(file)} is empty.")),
    ];

    public IReadOnlyList<EducationText> All { get; }

    public EducationText? Find(string? code) => All.FirstOrDefault(text => text.Code == code);

    /// <summary>Those about the condition first, then those for everybody.</summary>
    public IReadOnlyList<EducationText> About(string condition) =>
        [.. All.Where(text => text.Conditions.Contains(condition, StringComparer.Ordinal)), .. All.Where(text => text.Conditions.Count == 0)];
}

public sealed record EducationTextList(IReadOnlyList<EducationText> Items);
