using Alleviation.Functions.Households;

namespace Alleviation.Functions.Medication;

/// <summary>
/// A drug against what a member is allergic to: by drug group, and by the words of the record. It errs on the side of asking.
/// </summary>
public sealed class AllergyCheck(Drugs drugs)
{
    private const string None = "1";
    private const string Other = "5";
    private const int ShortestWord = 2;
    private static readonly char[] Separators = [',', '，', '、', ';', '；', '/', '。', ' ', '(', ')', '（', '）', '\n'];

    public IReadOnlyList<AllergyHit> Find(BasicInformation known, Drug drug)
    {
        var groups = drugs.GroupsOf(drug);
        var coded =
            from allergy in known.DrugAllergies ?? []
            where allergy is not (None or Other)
            let @group = groups.FirstOrDefault(listed => listed.Allergies.Contains(allergy, StringComparer.Ordinal))
            where @group is not null
            select new AllergyHit(allergy, null, @group.Code);
        var described = WordsOf(known.DrugAllergyOther).Select(word => Told(word, drug, groups)).OfType<AllergyHit>();
        return [.. coded.Concat(described).Distinct()];
    }

    /// <summary>
    /// Allergies of which nobody can tell which drugs they mean: a brand name, a word for many drugs, or "other" without a word. Nothing
    /// can be held against them.
    /// </summary>
    public IReadOnlyList<AllergyHit> Unrecognised(BasicInformation known)
    {
        if (known.DrugAllergyOther is null && known.DrugAllergies?.Contains(Other, StringComparer.Ordinal) is not true)
        {
            return [];
        }
        var words = WordsOf(known.DrugAllergyOther).ToList();
        return words.Count == 0
            ? [new AllergyHit(Other, known.DrugAllergyOther, null)]
            : [.. words.Where(word => !IsKnown(word)).Select(word => new AllergyHit(Other, word, null))];
    }

    private bool IsKnown(string word) =>
        drugs.Recognises(new Drug(null, word))
        || drugs.Groups.Any(group => Drugs.Contains(group.Chinese, word) || Drugs.Contains(group.English, word));

    private AllergyHit? Told(string word, Drug drug, IReadOnlyList<DrugGroup> groups)
    {
        if (drugs.NamesOf(drug).Any(name => Drugs.Contains(name, word) || Drugs.Contains(word, name)))
        {
            return new AllergyHit(Other, word, null);
        }
        // The word may name a whole group, or another drug of the same group.
        var named = drugs.GroupsOf(new Drug(null, word)).Select(group => group.Code).ToHashSet(StringComparer.Ordinal);
        return
            groups.FirstOrDefault(group =>
                named.Contains(group.Code) || Drugs.Contains(group.Chinese, word) || Drugs.Contains(group.English, word)
            )
                is { } found
            ? new AllergyHit(Other, word, found.Code)
            : null;
    }

    private static IEnumerable<string> WordsOf(string? text) =>
        (text ?? "")
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => word.EndsWith("过敏", StringComparison.Ordinal) ? word[..^2] : word)
            .Where(word => word.Length >= ShortestWord)
            .Distinct(StringComparer.Ordinal);
}
