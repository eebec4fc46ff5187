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

    public BasicInformation Check(ValidationErrors validationErrors, BasicInformation? answers, DateOnly? bornOn, DateOnly today)
    {
        answers ??= new BasicInformation();
        var otherAllergy = TextCheck.Optional(validationErrors, "drugAllergyOther", answers.DrugAllergyOther, MaxText);
        return new BasicInformation
        {
            Residence = codes.Optional(validationErrors, "residence", "residence", answers.Residence),
            Abo = codes.Optional(validationErrors, "abo", "abo", answers.Abo),
            Rh = codes.Optional(validationErrors, "rh", "rh", answers.Rh),
            Education = codes.Optional(validationErrors, "education", "education", answers.Education),
            Occupation = codes.Optional(validationErrors, "occupation", "occupation", answers.Occupation),
            EthnicGroup = codes.Optional(validationErrors, "ethnicGroup", "ethnicGroup", answers.EthnicGroup),
            Marriage = codes.Optional(validationErrors, "marriage", "marriage", answers.Marriage),
            Payment = codes.Several(validationErrors, "payment", "payment", answers.Payment),
            DrugAllergies = DrugAllergies(validationErrors, answers, otherAllergy),
            DrugAllergyOther = otherAllergy,
            Exposures = codes.Several(validationErrors, "exposures", "exposure", answers.Exposures),
            PastIllnesses = PastIllnesses(validationErrors, answers.PastIllnesses, bornOn, today),
            FamilyHistory = FamilyHistory(validationErrors.In("familyHistory"), answers.FamilyHistory),
            Disabilities = codes.Several(validationErrors, "disabilities", "disability", answers.Disabilities),
            KitchenExhaust = codes.Optional(validationErrors, "kitchenExhaust", "kitchenExhaust", answers.KitchenExhaust),
            Fuel = codes.Optional(validationErrors, "fuel", "fuel", answers.Fuel),
            Water = codes.Optional(validationErrors, "water", "water", answers.Water),
            Toilet = codes.Optional(validationErrors, "toilet", "toilet", answers.Toilet),
            LivestockPen = codes.Optional(validationErrors, "livestockPen", "livestockPen", answers.LivestockPen),
        };
    }

    /// <summary>Words for what the list has no code for say that there is something.</summary>
    private List<string>? DrugAllergies(ValidationErrors validationErrors, BasicInformation answers, string? other)
    {
        var allergies = codes.Several(validationErrors, "drugAllergies", "drugAllergy", answers.DrugAllergies);
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
        IReadOnlyList<PastIllness>? entered,
        DateOnly? bornOn,
        DateOnly today
    )
    {
        if (entered is null or [])
        {
            return null;
        }
        if (entered.Count > MaxIllnesses)
        {
            validationErrors.Add("pastIllnesses", "too-many", MaxIllnesses);
            return null;
        }

        var illnesses = new List<PastIllness>();
        for (var index = 0; index < entered.Count; index++)
        {
            var at = validationErrors.In("pastIllnesses", index);
            var code = codes.Required(at, "code", "pastIllness", entered[index].Code);
            DateCheck.Past(at, "on", entered[index].On, bornOn, today);
            illnesses.Add(new PastIllness(code, entered[index].On));
        }

        codes.Together(validationErrors, "pastIllnesses", "pastIllness", illnesses.Select(illness => illness.Code).OfType<string>());
        return illnesses;
    }

    private FamilyHistory? FamilyHistory(ValidationErrors validationErrors, FamilyHistory? history)
    {
        if (history is null)
        {
            return null;
        }
        var known = new FamilyHistory
        {
            Father = codes.Several(validationErrors, "father", "familyHistory", history.Father),
            Mother = codes.Several(validationErrors, "mother", "familyHistory", history.Mother),
            Siblings = codes.Several(validationErrors, "siblings", "familyHistory", history.Siblings),
            Children = codes.Several(validationErrors, "children", "familyHistory", history.Children),
        };
        return known.IsUnknown ? null : known;
    }
}
