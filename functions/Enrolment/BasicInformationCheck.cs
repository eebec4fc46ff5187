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

    public BasicInformation Check(ValidationErrors validationErrors, BasicInformation? given, DateOnly? bornOn, DateOnly today)
    {
        given ??= new BasicInformation();
        var otherAllergy = TextCheck.Optional(validationErrors, "drugAllergyOther", given.DrugAllergyOther, MaxText);
        return new BasicInformation
        {
            Residence = codes.Optional(validationErrors, "residence", "residence", given.Residence),
            Abo = codes.Optional(validationErrors, "abo", "abo", given.Abo),
            Rh = codes.Optional(validationErrors, "rh", "rh", given.Rh),
            Education = codes.Optional(validationErrors, "education", "education", given.Education),
            Occupation = codes.Optional(validationErrors, "occupation", "occupation", given.Occupation),
            EthnicGroup = codes.Optional(validationErrors, "ethnicGroup", "ethnicGroup", given.EthnicGroup),
            Marriage = codes.Optional(validationErrors, "marriage", "marriage", given.Marriage),
            Payment = codes.Several(validationErrors, "payment", "payment", given.Payment),
            DrugAllergies = DrugAllergies(validationErrors, given, otherAllergy),
            DrugAllergyOther = otherAllergy,
            Exposures = codes.Several(validationErrors, "exposures", "exposure", given.Exposures),
            PastIllnesses = PastIllnesses(validationErrors, given.PastIllnesses, bornOn, today),
            FamilyHistory = FamilyHistory(validationErrors.In("familyHistory"), given.FamilyHistory),
            Disabilities = codes.Several(validationErrors, "disabilities", "disability", given.Disabilities),
            KitchenExhaust = codes.Optional(validationErrors, "kitchenExhaust", "kitchenExhaust", given.KitchenExhaust),
            Fuel = codes.Optional(validationErrors, "fuel", "fuel", given.Fuel),
            Water = codes.Optional(validationErrors, "water", "water", given.Water),
            Toilet = codes.Optional(validationErrors, "toilet", "toilet", given.Toilet),
            LivestockPen = codes.Optional(validationErrors, "livestockPen", "livestockPen", given.LivestockPen),
        };
    }

    /// <summary>Words for what the list has no code for say that there is something.</summary>
    private List<string>? DrugAllergies(ValidationErrors validationErrors, BasicInformation given, string? other)
    {
        var allergies = codes.Several(validationErrors, "drugAllergies", "drugAllergy", given.DrugAllergies);
        if (other is null)
        {
            return allergies?.ToList();
        }
        List<string> all = [.. (allergies ?? []).Append(OtherAllergy).Distinct(StringComparer.Ordinal)];
        if (allergies is not null)
        {
            codes.Together(validationErrors, "drugAllergyOther", "drugAllergy", all);
        }
        return all;
    }

    private List<PastIllness>? PastIllnesses(
        ValidationErrors validationErrors,
        IReadOnlyList<PastIllness>? given,
        DateOnly? bornOn,
        DateOnly today
    )
    {
        if (given is null or [])
        {
            return null;
        }
        if (given.Count > MaxIllnesses)
        {
            validationErrors.Add("pastIllnesses", "too-many", MaxIllnesses);
            return null;
        }

        var illnesses = new List<PastIllness>();
        for (var index = 0; index < given.Count; index++)
        {
            var at = validationErrors.In("pastIllnesses", index);
            var code = codes.Required(at, "code", "pastIllness", given[index].Code);
            DateCheck.Past(at, "on", given[index].On, bornOn, today);
            illnesses.Add(new PastIllness(code, given[index].On));
        }

        codes.Together(validationErrors, "pastIllnesses", "pastIllness", illnesses.Select(illness => illness.Code).OfType<string>());
        return illnesses;
    }

    private FamilyHistory? FamilyHistory(ValidationErrors validationErrors, FamilyHistory? given)
    {
        if (given is null)
        {
            return null;
        }
        var history = new FamilyHistory
        {
            Father = codes.Several(validationErrors, "father", "familyHistory", given.Father),
            Mother = codes.Several(validationErrors, "mother", "familyHistory", given.Mother),
            Siblings = codes.Several(validationErrors, "siblings", "familyHistory", given.Siblings),
            Children = codes.Several(validationErrors, "children", "familyHistory", given.Children),
        };
        return history.IsUnknown ? null : history;
    }
}
