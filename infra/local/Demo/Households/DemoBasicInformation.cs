namespace Alleviation.Demo.Households;

/// <summary>个人基本信息: codes of the lists of the same names in seeds/codes.</summary>
public sealed record DemoBasicInformation
{
    public required string Residence { get; init; }
    public required string Abo { get; init; }
    public required string Rh { get; init; }
    public required string Education { get; init; }
    public required string Occupation { get; init; }
    public required string Marriage { get; init; }
    public required IReadOnlyList<string> Payment { get; init; }
    public required IReadOnlyList<string> DrugAllergies { get; init; }
    public string? DrugAllergyOther { get; init; }
    public required IReadOnlyList<string> Exposures { get; init; }
    public required IReadOnlyList<DemoPastIllness> PastIllnesses { get; init; }
    public required DemoFamilyHistory FamilyHistory { get; init; }
    public required IReadOnlyList<string> Disabilities { get; init; }
    public required string KitchenExhaust { get; init; }
    public required string Fuel { get; init; }
    public required string Water { get; init; }
    public required string Toilet { get; init; }
    public required string LivestockPen { get; init; }
}

public sealed record DemoPastIllness(string Code, DateOnly? On);

public sealed record DemoFamilyHistory(
    IReadOnlyList<string> Father,
    IReadOnlyList<string> Mother,
    IReadOnlyList<string> Siblings,
    IReadOnlyList<string> Children
);
