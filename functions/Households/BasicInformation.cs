namespace Alleviation.Functions.Households;

/// <summary>
/// 个人基本信息 of the health record (national basic public health service specification, 3rd ed., 2017): codes of the lists of the
/// same names in seeds/codes. Null is what nobody has asked for; whoever was asked and has none has the code for it. An empty list says
/// neither, and counts as not asked.
/// </summary>
public sealed record BasicInformation
{
    public string? Residence { get; init; }

    public string? Abo { get; init; }

    public string? Rh { get; init; }

    public string? Education { get; init; }

    public string? Occupation { get; init; }

    /// <summary>民族 (GB/T 3304).</summary>
    public string? EthnicGroup { get; init; }

    public string? Marriage { get; init; }

    public IReadOnlyList<string>? Payment
    {
        get;
        init => field = value is [] ? null : value;
    }

    public IReadOnlyList<string>? DrugAllergies
    {
        get;
        init => field = value is [] ? null : value;
    }

    /// <summary>In words, where the list has no code for it; at most 200 characters.</summary>
    public string? DrugAllergyOther { get; init; }

    public IReadOnlyList<string>? Exposures
    {
        get;
        init => field = value is [] ? null : value;
    }

    public IReadOnlyList<PastIllness>? PastIllnesses
    {
        get;
        init => field = value is [] ? null : value;
    }

    public FamilyHistory? FamilyHistory { get; init; }

    public IReadOnlyList<string>? Disabilities
    {
        get;
        init => field = value is [] ? null : value;
    }

    public string? KitchenExhaust { get; init; }

    public string? Fuel { get; init; }

    public string? Water { get; init; }

    public string? Toilet { get; init; }

    public string? LivestockPen { get; init; }

    /// <summary>
    /// This with what was known before: of lists all that either says, and <c>none</c> only where neither names anything; of single facts
    /// this one's, where it has one.
    /// </summary>
    public BasicInformation Joining(BasicInformation known) =>
        new()
        {
            Residence = Residence ?? known.Residence,
            Abo = Abo ?? known.Abo,
            Rh = Rh ?? known.Rh,
            Education = Education ?? known.Education,
            Occupation = Occupation ?? known.Occupation,
            EthnicGroup = EthnicGroup ?? known.EthnicGroup,
            Marriage = Marriage ?? known.Marriage,
            Payment = Payment ?? known.Payment,
            DrugAllergies = AllOf(DrugAllergies, known.DrugAllergies),
            DrugAllergyOther = InWords(DrugAllergyOther, known.DrugAllergyOther),
            Exposures = AllOf(Exposures, known.Exposures),
            PastIllnesses = AllOf(PastIllnesses, known.PastIllnesses),
            FamilyHistory =
                FamilyHistory is null || known.FamilyHistory is null
                    ? FamilyHistory ?? known.FamilyHistory
                    : new FamilyHistory
                    {
                        Father = AllOf(FamilyHistory.Father, known.FamilyHistory.Father),
                        Mother = AllOf(FamilyHistory.Mother, known.FamilyHistory.Mother),
                        Siblings = AllOf(FamilyHistory.Siblings, known.FamilyHistory.Siblings),
                        Children = AllOf(FamilyHistory.Children, known.FamilyHistory.Children),
                    },
            Disabilities = AllOf(Disabilities, known.Disabilities),
            KitchenExhaust = KitchenExhaust ?? known.KitchenExhaust,
            Fuel = Fuel ?? known.Fuel,
            Water = Water ?? known.Water,
            Toilet = Toilet ?? known.Toilet,
            LivestockPen = LivestockPen ?? known.LivestockPen,
        };

    private static List<string>? AllOf(IReadOnlyList<string>? newer, IReadOnlyList<string>? older)
    {
        if (newer is null && older is null)
        {
            return null;
        }
        var all = (older ?? []).Concat(newer ?? []).Distinct(StringComparer.Ordinal).ToList();
        return all.Count > 1 ? [.. all.Where(code => code != None)] : all;
    }

    private static List<PastIllness>? AllOf(IReadOnlyList<PastIllness>? newer, IReadOnlyList<PastIllness>? older)
    {
        if (newer is null && older is null)
        {
            return null;
        }
        var all = (older ?? []).Concat(newer ?? []).DistinctBy(illness => illness.Code).ToList();
        return all.Count > 1 ? [.. all.Where(illness => illness.Code != None)] : all;
    }

    /// <summary>
    /// Whether exactly these words stand among what is told of allergies: 头孢 does not stand in 头孢克肟, but speaks against many drugs more.
    /// </summary>
    public bool SaysOfAllergies(string words) =>
        $"{Joint}{DrugAllergyOther}{Joint}".Contains($"{Joint}{words}{Joint}", StringComparison.Ordinal);

    private static string? InWords(string? newer, string? older) =>
        newer is null || older is null || newer == older ? newer ?? older : $"{older}{Joint}{newer}";

    /// <summary>Between what was told at one time and at another.</summary>
    private const string Joint = "; ";

    /// <summary>Of the lists drugAllergy, exposure, pastIllness, familyHistory and disability.</summary>
    private const string None = "1";
}

/// <param name="Code">Code of list pastIllness.</param>
/// <param name="On">The month of the diagnosis; its day does not count.</param>
public sealed record PastIllness(string? Code, DateOnly? On);

/// <summary>Codes of list familyHistory for each relative; null where nobody has asked.</summary>
public sealed record FamilyHistory
{
    public IReadOnlyList<string>? Father
    {
        get;
        init => field = value is [] ? null : value;
    }

    public IReadOnlyList<string>? Mother
    {
        get;
        init => field = value is [] ? null : value;
    }

    public IReadOnlyList<string>? Siblings
    {
        get;
        init => field = value is [] ? null : value;
    }

    public IReadOnlyList<string>? Children
    {
        get;
        init => field = value is [] ? null : value;
    }

    internal bool IsUnknown => (Father, Mother, Siblings, Children) is (null, null, null, null);
}
