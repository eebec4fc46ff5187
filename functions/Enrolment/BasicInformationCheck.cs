using Alleviation.Functions.Households;

namespace Alleviation.Functions.Enrolment;

internal sealed class BasicInformationCheck(CodeCheck codes)
{
    private const int MaximumText = 200;
    private const int MaximumIllnesses = 30;

    public BasicInformation Check(Findings findings, BasicInformation? given, DateOnly? bornOn, DateOnly today)
    {
        // Left out and empty are the same, and must have the same fingerprint.
        given ??= new BasicInformation();
        return new BasicInformation
        {
            Residence = codes.Optional(findings, "residence", "residence", given.Residence),
            Abo = codes.Optional(findings, "abo", "abo", given.Abo),
            Rh = codes.Optional(findings, "rh", "rh", given.Rh),
            Education = codes.Optional(findings, "education", "education", given.Education),
            Occupation = codes.Optional(findings, "occupation", "occupation", given.Occupation),
            Marriage = codes.Optional(findings, "marriage", "marriage", given.Marriage),
            Payment = codes.Several(findings, "payment", "payment", given.Payment),
            DrugAllergies = codes.Several(findings, "drugAllergies", "drugAllergy", given.DrugAllergies),
            DrugAllergyOther = TextCheck.Optional(findings, "drugAllergyOther", given.DrugAllergyOther, MaximumText),
            Exposures = codes.Several(findings, "exposures", "exposure", given.Exposures),
            PastIllnesses = PastIllnesses(findings, given.PastIllnesses, bornOn, today),
            FamilyHistory = FamilyHistory(findings.In("familyHistory"), given.FamilyHistory),
            Disabilities = codes.Several(findings, "disabilities", "disability", given.Disabilities),
            KitchenExhaust = codes.Optional(findings, "kitchenExhaust", "kitchenExhaust", given.KitchenExhaust),
            Fuel = codes.Optional(findings, "fuel", "fuel", given.Fuel),
            Water = codes.Optional(findings, "water", "water", given.Water),
            Toilet = codes.Optional(findings, "toilet", "toilet", given.Toilet),
            LivestockPen = codes.Optional(findings, "livestockPen", "livestockPen", given.LivestockPen),
        };
    }

    private List<PastIllness> PastIllnesses(Findings findings, IReadOnlyList<PastIllness>? given, DateOnly? bornOn, DateOnly today)
    {
        if (given?.Count > MaximumIllnesses)
        {
            findings.Add("pastIllnesses", "too-many", MaximumIllnesses);
            return [];
        }

        var illnesses = new List<PastIllness>();
        for (var index = 0; index < (given?.Count ?? 0); index++)
        {
            var at = findings.In("pastIllnesses", index);
            var code = codes.Required(at, "code", "pastIllness", given![index].Code);
            DateCheck.Past(at, "on", given[index].On, bornOn, today);
            illnesses.Add(new PastIllness(code, given[index].On));
        }

        return illnesses;
    }

    private FamilyHistory? FamilyHistory(Findings findings, FamilyHistory? given) => given is null
        ? null
        : new FamilyHistory(
            codes.Several(findings, "father", "familyHistory", given.Father),
            codes.Several(findings, "mother", "familyHistory", given.Mother),
            codes.Several(findings, "siblings", "familyHistory", given.Siblings),
            codes.Several(findings, "children", "familyHistory", given.Children));
}
