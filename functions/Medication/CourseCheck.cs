using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Medication;

/// <summary>What a course must look like.</summary>
public sealed class CourseCheck(CodeLists lists, Drugs drugs)
{
    private const int MaxText = 100;
    private const int MaxStrength = 50;
    private const decimal LargestAmount = 10_000m;

    /// <summary>Years that a course may have begun ago, or may be planned for.</summary>
    private const int MaxYears = 100;

    /// <param name="before">The course as it is on the list; null where it is added.</param>
    internal Course? Check(
        ValidationErrors validationErrors,
        string id,
        CourseRequest request,
        HealthRecord record,
        Course? before,
        Caller caller,
        DateOnly today
    )
    {
        var codes = new CodeCheck(lists);
        var drug = DrugOf(validationErrors, request);
        var unit = codes.Required(validationErrors, "doseUnit", "doseUnit", request.DoseUnit);
        var frequency = codes.Required(validationErrors, "frequency", "dosingFrequency", request.Frequency);
        if (request.DoseAmount is null)
        {
            validationErrors.Add("doseAmount", "required");
        }
        else if (request.DoseAmount is <= 0 or > LargestAmount)
        {
            validationErrors.Add("doseAmount", "dose-range", LargestAmount);
        }
        if (request.Since > today)
        {
            validationErrors.Add("since", "in-the-future");
        }
        else if (request.Since < today.AddYears(-MaxYears))
        {
            validationErrors.Add("since", "too-long-ago");
        }
        if (request.Until < (request.Since ?? before?.Since ?? today))
        {
            validationErrors.Add("until", "before-since");
        }
        var until = request.Until > today.AddYears(MaxYears) ? today.AddYears(MaxYears) : request.Until;
        var elsewhere =
            caller.Role is Role.HealthWorker
                ? TextCheck.Required(validationErrors, "elsewhere", request.Elsewhere, MaxText)
                : TextCheck.Optional(validationErrors, "elsewhere", request.Elsewhere, MaxText);
        var condition = string.IsNullOrEmpty(request.Condition) ? null : request.Condition;
        if (condition is not null && record.Conditions.All(known => known.Code != condition))
        {
            validationErrors.Add("condition", "condition-not-diagnosed");
        }
        if (request.Consultation is { Length: > 0 } consultation && !ClientId.IsOne(consultation))
        {
            validationErrors.Add("consultation", "unknown-value");
        }
        var reason = TextCheck.Optional(validationErrors, "reason", request.Reason, MaxText);
        var supply = SupplyOf(validationErrors, codes, request);
        var overrideReason = TextCheck.Optional(validationErrors, "override", request.Override, MaxText);
        if (validationErrors.Errors.Count > 0)
        {
            return null;
        }
        return new Course(
            id,
            drug!,
            new Dose(Units.Round(request.DoseAmount!.Value, 3), unit!, frequency!),
            request.Since ?? before?.Since ?? today,
            until,
            elsewhere is null ? caller.PhysicianId : null,
            elsewhere,
            reason,
            condition,
            string.IsNullOrEmpty(request.Consultation) ? null : request.Consultation
        )
        {
            Supply = supply,
            Override = overrideReason is null ? null : new Override(overrideReason, [], []),
        };
    }

    private static Supply? SupplyOf(ValidationErrors validationErrors, CodeCheck codes, CourseRequest request)
    {
        var route = codes.Optional(validationErrors, "route", "drugRoute", request.Route);
        var form = codes.Optional(validationErrors, "form", "drugForm", request.Form);
        var strength = TextCheck.Optional(validationErrors, "strength", request.Strength, MaxStrength);
        if (request.Quantity is <= 0 or > LargestAmount)
        {
            validationErrors.Add("quantity", "quantity-range", LargestAmount);
        }
        var unit = request.Quantity is null
            ? codes.Optional(validationErrors, "quantityUnit", "dispenseUnit", request.QuantityUnit)
            : codes.Required(validationErrors, "quantityUnit", "dispenseUnit", request.QuantityUnit);
        if (request.Quantity is null && unit is not null)
        {
            validationErrors.Add("quantity", "required");
        }
        var quantity = request.Quantity is { } amount ? Units.Round(amount, 3) : (decimal?)null;
        return (route ?? form ?? strength) is null && quantity is null ? null : new Supply(route, form, strength, quantity, unit);
    }

    private Drug? DrugOf(ValidationErrors validationErrors, CourseRequest request)
    {
        var text = TextCheck.Optional(validationErrors, "drugText", request.DrugText, MaxText);
        if (string.IsNullOrEmpty(request.Drug) == string.IsNullOrEmpty(request.DrugText))
        {
            validationErrors.Add("drug", "drug-or-text");
        }
        else if (!string.IsNullOrEmpty(request.Drug) && !drugs.Knows(request.Drug))
        {
            validationErrors.Add("drug", "unknown-value");
        }
        else if (text is not null || !string.IsNullOrEmpty(request.Drug))
        {
            return string.IsNullOrEmpty(request.Drug) ? new Drug(null, text) : new Drug(request.Drug, null);
        }
        else if (validationErrors.Errors.All(error => error.Field is not "drugText"))
        {
            validationErrors.Add("drugText", "required");
        }
        return null;
    }
}
