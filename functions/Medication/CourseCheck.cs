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
    private const decimal LargestAmount = 10_000m;

    /// <summary>Years that a course may have begun ago, or may be planned for.</summary>
    private const int MaxYears = 100;

    /// <param name="before">The course as it is on the list; null where it is added.</param>
    internal Course? Check(
        ValidationErrors validationErrors,
        string id,
        CourseRequest given,
        HealthRecord record,
        Course? before,
        Caller caller,
        DateOnly today
    )
    {
        var codes = new CodeCheck(lists);
        var drug = DrugOf(validationErrors, given);
        var unit = codes.Required(validationErrors, "doseUnit", "doseUnit", given.DoseUnit);
        var frequency = codes.Required(validationErrors, "frequency", "dosingFrequency", given.Frequency);
        if (given.DoseAmount is null)
        {
            validationErrors.Add("doseAmount", "required");
        }
        else if (given.DoseAmount is <= 0 or > LargestAmount)
        {
            validationErrors.Add("doseAmount", "dose-range", LargestAmount);
        }
        if (given.Since > today)
        {
            validationErrors.Add("since", "in-the-future");
        }
        else if (given.Since < today.AddYears(-MaxYears))
        {
            validationErrors.Add("since", "too-long-ago");
        }
        if (given.Until < (given.Since ?? before?.Since ?? today))
        {
            validationErrors.Add("until", "before-since");
        }
        var until = given.Until > today.AddYears(MaxYears) ? today.AddYears(MaxYears) : given.Until;
        var elsewhere =
            caller.Role is Role.HealthWorker
                ? TextCheck.Required(validationErrors, "elsewhere", given.Elsewhere, MaxText)
                : TextCheck.Optional(validationErrors, "elsewhere", given.Elsewhere, MaxText);
        var condition = string.IsNullOrEmpty(given.Condition) ? null : given.Condition;
        if (condition is not null && record.Conditions.All(known => known.Code != condition))
        {
            validationErrors.Add("condition", "condition-not-diagnosed");
        }
        if (given.Consultation is { Length: > 0 } consultation && !ClientId.IsOne(consultation))
        {
            validationErrors.Add("consultation", "unknown-value");
        }
        var reason = TextCheck.Optional(validationErrors, "reason", given.Reason, MaxText);
        var overrideReason = TextCheck.Optional(validationErrors, "override", given.Override, MaxText);
        if (validationErrors.Errors.Count > 0)
        {
            return null;
        }
        return new Course(
            id,
            drug!,
            new Dose(Units.Round(given.DoseAmount!.Value, 3), unit!, frequency!),
            given.Since ?? before?.Since ?? today,
            until,
            elsewhere is null ? caller.PhysicianId : null,
            elsewhere,
            reason,
            condition,
            string.IsNullOrEmpty(given.Consultation) ? null : given.Consultation
        )
        {
            Override = overrideReason is null ? null : new Override(overrideReason, [], []),
        };
    }

    private Drug? DrugOf(ValidationErrors validationErrors, CourseRequest given)
    {
        var text = TextCheck.Optional(validationErrors, "drugText", given.DrugText, MaxText);
        if (string.IsNullOrEmpty(given.Drug) == string.IsNullOrEmpty(given.DrugText))
        {
            validationErrors.Add("drug", "drug-or-text");
        }
        else if (!string.IsNullOrEmpty(given.Drug) && !drugs.Knows(given.Drug))
        {
            validationErrors.Add("drug", "unknown-value");
        }
        else if (text is not null || !string.IsNullOrEmpty(given.Drug))
        {
            return string.IsNullOrEmpty(given.Drug) ? new Drug(null, text) : new Drug(given.Drug, null);
        }
        else if (validationErrors.Errors.All(error => error.Field is not "drugText"))
        {
            validationErrors.Add("drugText", "required");
        }
        return null;
    }
}
