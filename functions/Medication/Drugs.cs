using System.Text.Json.Serialization;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Medication;

/// <summary>The drugs and drug groups of seeds/codes, and which group a drug belongs to that somebody wrote in words.</summary>
public sealed class Drugs(SeedFolder seeds)
{
    private readonly IReadOnlyList<DrugKind> _drugs = seeds.ItemsOf<DrugKind>("drug");
    private readonly IReadOnlyList<DrugGroup> _groups = seeds.ItemsOf<DrugGroup>("drugGroup");

    public IReadOnlyList<DrugGroup> Groups => _groups;

    public bool Knows(string code) => _drugs.Any(drug => drug.Code == code);

    /// <summary>What a drug is called, by which an allergy that is told in words is found in it.</summary>
    public IReadOnlyList<string> NamesOf(Drug drug) =>
        _drugs.FirstOrDefault(known => known.Code == drug.Code) is { } kind ? [kind.Chinese, kind.English] : [drug.Text ?? ""];

    /// <summary>The drugs of the list that it is, or whose names stand in its own.</summary>
    public IReadOnlyList<string> CodesOf(Drug drug) =>
        drug.Code is { } code ? [code] : [.. NamedIn(drug.Text ?? "").Select(known => known.Code)];

    /// <summary>Whether anybody can tell what it is: of a brand name nobody can, and nothing can be held against it.</summary>
    public bool Recognises(Drug drug) => drug.Code is not null || CodesOf(drug).Count > 0 || GroupsOf(drug).Count > 0;

    /// <summary>The groups of a drug of the list, or those whose words stand in its name.</summary>
    public IReadOnlyList<DrugGroup> GroupsOf(Drug drug)
    {
        if (drug.Code is not null)
        {
            return [.. _groups.Where(group => group.Code == _drugs.FirstOrDefault(known => known.Code == drug.Code)?.Group)];
        }
        var text = drug.Text ?? "";
        var named = NamedIn(text).Select(known => known.Group).ToList();
        return [.. _groups.Where(group => named.Contains(group.Code) || group.Words.Any(word => Contains(text, word)))];
    }

    private IEnumerable<DrugKind> NamedIn(string text) =>
        _drugs.Where(known => Contains(text, Plain(known.Chinese)) || Contains(text, Plain(known.English)));

    internal static bool Contains(string text, string part) => part.Length > 0 && text.Contains(part, StringComparison.OrdinalIgnoreCase);

    // "沙丁胺醇（吸入）" is written without its brackets.
    private static string Plain(string label) => label.Split('（', '(')[0].Trim();
}

/// <param name="Group">Code of list drugGroup.</param>
public sealed record DrugKind(
    string Code,
    [property: JsonPropertyName("zh-CN")] string Chinese,
    [property: JsonPropertyName("en")] string English,
    string? Group
);

/// <param name="Allergies">Codes of list drugAllergy that speak against it.</param>
/// <param name="Words">Parts of the names of its drugs.</param>
public sealed record DrugGroup(
    string Code,
    [property: JsonPropertyName("zh-CN")] string Chinese,
    [property: JsonPropertyName("en")] string English,
    IReadOnlyList<string> Allergies,
    IReadOnlyList<string> Words
);
