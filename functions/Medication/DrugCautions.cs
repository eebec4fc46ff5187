using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Medication;

/// <summary>
/// The cautions of seeds/codes/drugCaution.json: drugs that do not go with an illness, a pregnancy, an age, a reading or each other.
/// </summary>
public sealed class DrugCautions(SeedFolder seeds, Drugs drugs)
{
    private readonly IReadOnlyList<DrugCaution> _cautions = seeds.ItemsOf<DrugCaution>("drugCaution");

    public IReadOnlyList<DrugCaution> All => _cautions;

    /// <summary>Ages, in years, from which on something else is to be minded.</summary>
    public IEnumerable<int> Ages => _cautions.Select(caution => caution.AgeFrom).OfType<int>().Distinct();

    /// <param name="others">Courses that run beside it.</param>
    internal IReadOnlyList<CautionHit> Find(Drug drug, Patient patient, IReadOnlyList<Course> others) =>
        [
            .. _cautions.Where(caution => Means(caution.Drugs, caution.Groups, drug)).SelectMany(caution => Hits(caution, patient, others)),
            // Of two drugs that do not go together, either is asked about.
            .. _cautions
                .Where(caution => caution.IsInteraction && Means(caution.WithDrugs, caution.WithGroups, drug))
                .SelectMany(caution => HitsWith(others, caution.Code, caution.Drugs, caution.Groups)),
        ];

    private IEnumerable<CautionHit> Hits(DrugCaution caution, Patient patient, IReadOnlyList<Course> others) =>
        caution.IsInteraction ? HitsWith(others, caution.Code, caution.WithDrugs, caution.WithGroups)
        : caution.HoldsFor(patient) ? [new CautionHit(caution.Code, null)]
        : [];

    private IEnumerable<CautionHit> HitsWith(
        IReadOnlyList<Course> others,
        string caution,
        IReadOnlyList<string>? codes,
        IReadOnlyList<string>? groups
    ) => others.Where(other => Means(codes, groups, other.Drug)).Select(other => new CautionHit(caution, other.Id));

    private bool Means(IReadOnlyList<string>? codes, IReadOnlyList<string>? groups, Drug drug) =>
        drugs.CodesOf(drug).Any(code => codes?.Contains(code, StringComparer.Ordinal) == true)
        || drugs.GroupsOf(drug).Any(group => groups?.Contains(group.Code, StringComparer.Ordinal) == true);
}

/// <summary>When a drug is not to be given, or only with a reason. All that it names has to hold.</summary>
/// <param name="Drugs">Codes of list drug.</param>
/// <param name="Groups">Codes of list drugGroup.</param>
/// <param name="Conditions">Beginnings of ICD-10 codes: <c>O</c> is every illness of a pregnancy.</param>
/// <param name="AgeBelow">In years.</param>
/// <param name="AgeFrom">In years.</param>
/// <param name="Reading">Code of list readings.</param>
/// <param name="AtMost">Of the reading, in its own unit.</param>
/// <param name="AtLeast">Of the reading, in its own unit.</param>
/// <param name="WithDrugs">Codes of list drug that it does not go with.</param>
/// <param name="WithGroups">Codes of list drugGroup that it does not go with.</param>
public sealed record DrugCaution(
    string Code,
    IReadOnlyList<string>? Drugs = null,
    IReadOnlyList<string>? Groups = null,
    IReadOnlyList<string>? Conditions = null,
    int? AgeBelow = null,
    int? AgeFrom = null,
    string? Reading = null,
    decimal? AtMost = null,
    decimal? AtLeast = null,
    IReadOnlyList<string>? WithDrugs = null,
    IReadOnlyList<string>? WithGroups = null
)
{
    public bool IsInteraction => WithDrugs is not null || WithGroups is not null;

    internal bool HoldsFor(Patient patient) =>
        (Conditions is null || patient.Conditions.Any(code => Conditions.Any(start => code.StartsWith(start, StringComparison.Ordinal))))
        && (AgeBelow is null || patient.Age < AgeBelow)
        && (AgeFrom is null || patient.Age >= AgeFrom)
        && (Reading is null || patient.Readings.Any(known => known.Code == Reading && !(known.Value > AtMost) && !(known.Value < AtLeast)));
}

/// <param name="Caution">Code of list drugCaution.</param>
/// <param name="With">Id of the other course, where two drugs do not go together.</param>
public sealed record CautionHit(string Caution, string? With);
