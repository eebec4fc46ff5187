using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Enrolment;

internal sealed class BasicInformationCheck(CodeCheck codes)
{
    private const string OtherAllergy = "5";
    private const int MaxText = 200;
    private const int MaxIllnesses = 30;

    public BasicInformation Check(ValidationErrors findings, BasicInformation? given, DateOnly? bornOn, DateOnly today)
    {
        given ??= new BasicInformation();
        var otherAllergy = TextCheck.Optional(findings, "drugAllergyOther", given.DrugAllergyOther, MaxText);
        return new BasicInformation
        {
            Residence = codes.Optional(findings, "residence", "residence", given.Residence),
            Abo = codes.Optional(findings, "abo", "abo", given.Abo),
            Rh = codes.Optional(findings, "rh", "rh", given.Rh),
            Education = codes.Optional(findings, "education", "education", given.Education),
            Occupation = codes.Optional(findings, "occupation", "occupation", given.Occupation),
            EthnicGroup = codes.Optional(findings, "ethnicGroup", "ethnicGroup", given.EthnicGroup),
            Marriage = codes.Optional(findings, "marriage", "marriage", given.Marriage),
            Payment = codes.Several(findings, "payment", "payment", given.Payment),
            DrugAllergies = DrugAllergies(findings, given, otherAllergy),
            DrugAllergyOther = otherAllergy,
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

    /// <summary>Words for what the list has no code for say that there is something.</summary>
    private List<string>? DrugAllergies(ValidationErrors findings, BasicInformation given, string? other)
    {
        var told = codes.Several(findings, "drugAllergies", "drugAllergy", given.DrugAllergies);
        if (other is null)
        {
            return told?.ToList();
        }
        List<string> all = [.. (told ?? []).Append(OtherAllergy).Distinct(StringComparer.Ordinal)];
        if (told is not null)
        {
            codes.Together(findings, "drugAllergyOther", "drugAllergy", all);
        }
        return all;
    }

    private List<PastIllness>? PastIllnesses(ValidationErrors findings, IReadOnlyList<PastIllness>? given, DateOnly? bornOn, DateOnly today)
    {
        if (given is null or [])
        {
            return null;
        }
        if (given.Count > MaxIllnesses)
        {
            findings.Add("pastIllnesses", "too-many", MaxIllnesses);
            return null;
        }

        var illnesses = new List<PastIllness>();
        for (var index = 0; index < given.Count; index++)
        {
            var at = findings.In("pastIllnesses", index);
            var code = codes.Required(at, "code", "pastIllness", given[index].Code);
            DateCheck.Past(at, "on", given[index].On, bornOn, today);
            illnesses.Add(new PastIllness(code, given[index].On));
        }

        codes.Together(findings, "pastIllnesses", "pastIllness", illnesses.Select(illness => illness.Code).OfType<string>());
        return illnesses;
    }

    private FamilyHistory? FamilyHistory(ValidationErrors findings, FamilyHistory? given)
    {
        if (given is null)
        {
            return null;
        }
        var history = new FamilyHistory
        {
            Father = codes.Several(findings, "father", "familyHistory", given.Father),
            Mother = codes.Several(findings, "mother", "familyHistory", given.Mother),
            Siblings = codes.Several(findings, "siblings", "familyHistory", given.Siblings),
            Children = codes.Several(findings, "children", "familyHistory", given.Children),
        };
        return history.IsUnknown ? null : history;
    }
}
