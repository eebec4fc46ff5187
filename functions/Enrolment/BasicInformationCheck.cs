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

    public BasicInformation Check(ValidationErrors validationErrors, BasicInformation? request, DateOnly? bornOn, DateOnly today)
    {
        request ??= new BasicInformation();
        var otherAllergy = TextCheck.Optional(validationErrors, "drugAllergyOther", request.DrugAllergyOther, MaxText);
        return new BasicInformation
        {
            Residence = codes.Optional(validationErrors, "residence", "residence", request.Residence),
            Abo = codes.Optional(validationErrors, "abo", "abo", request.Abo),
            Rh = codes.Optional(validationErrors, "rh", "rh", request.Rh),
            Education = codes.Optional(validationErrors, "education", "education", request.Education),
            Occupation = codes.Optional(validationErrors, "occupation", "occupation", request.Occupation),
            EthnicGroup = codes.Optional(validationErrors, "ethnicGroup", "ethnicGroup", request.EthnicGroup),
            Marriage = codes.Optional(validationErrors, "marriage", "marriage", request.Marriage),
            Payment = codes.Several(validationErrors, "payment", "payment", request.Payment),
            DrugAllergies = DrugAllergies(validationErrors, request, otherAllergy),
            DrugAllergyOther = otherAllergy,
            Exposures = codes.Several(validationErrors, "exposures", "exposure", request.Exposures),
            PastIllnesses = PastIllnesses(validationErrors, request.PastIllnesses, bornOn, today),
            FamilyHistory = FamilyHistory(validationErrors.In("familyHistory"), request.FamilyHistory),
            Disabilities = codes.Several(validationErrors, "disabilities", "disability", request.Disabilities),
            KitchenExhaust = codes.Optional(validationErrors, "kitchenExhaust", "kitchenExhaust", request.KitchenExhaust),
            Fuel = codes.Optional(validationErrors, "fuel", "fuel", request.Fuel),
            Water = codes.Optional(validationErrors, "water", "water", request.Water),
            Toilet = codes.Optional(validationErrors, "toilet", "toilet", request.Toilet),
            LivestockPen = codes.Optional(validationErrors, "livestockPen", "livestockPen", request.LivestockPen),
        };
    }

    /// <summary>Words for what the list has no code for say that there is something.</summary>
    private List<string>? DrugAllergies(ValidationErrors validationErrors, BasicInformation request, string? other)
    {
        var allergies = codes.Several(validationErrors, "drugAllergies", "drugAllergy", request.DrugAllergies);
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
        IReadOnlyList<PastIllness>? request,
        DateOnly? bornOn,
        DateOnly today
    )
    {
        if (request is null or [])
        {
            return null;
        }
        if (request.Count > MaxIllnesses)
        {
            validationErrors.Add("pastIllnesses", "too-many", MaxIllnesses);
            return null;
        }

        var illnesses = new List<PastIllness>();
        for (var index = 0; index < request.Count; index++)
        {
            var at = validationErrors.In("pastIllnesses", index);
            var code = codes.Required(at, "code", "pastIllness", request[index].Code);
            DateCheck.Past(at, "on", request[index].On, bornOn, today);
            illnesses.Add(new PastIllness(code, request[index].On));
        }

        codes.Together(validationErrors, "pastIllnesses", "pastIllness", illnesses.Select(illness => illness.Code).OfType<string>());
        return illnesses;
    }

    private FamilyHistory? FamilyHistory(ValidationErrors validationErrors, FamilyHistory? request)
    {
        if (request is null)
        {
            return null;
        }
        var history = new FamilyHistory
        {
            Father = codes.Several(validationErrors, "father", "familyHistory", request.Father),
            Mother = codes.Several(validationErrors, "mother", "familyHistory", request.Mother),
            Siblings = codes.Several(validationErrors, "siblings", "familyHistory", request.Siblings),
            Children = codes.Several(validationErrors, "children", "familyHistory", request.Children),
        };
        return history.IsUnknown ? null : history;
    }
}
