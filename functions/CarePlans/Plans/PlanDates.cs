using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>
/// Dates of what is planned: to come, and not beyond what anybody plans. One that stood in the plan before may have passed.
/// </summary>
internal static class PlanDates
{
    public static DateOnly? Required(ValidationErrors validationErrors, string field, DateOnly? requested, DateOnly? known, DateOnly today)
    {
        if (requested is null)
        {
            validationErrors.Add(field, "required");
        }
        return Optional(validationErrors, field, requested, known, today);
    }

    public static DateOnly? Optional(ValidationErrors validationErrors, string field, DateOnly? requested, DateOnly? known, DateOnly today)
    {
        if (requested is not { } day || day == known)
        {
            return requested;
        }
        if (day < today)
        {
            validationErrors.Add(field, "in-the-past");
        }
        else if (day > today.AddYears(PlanLimits.YearsAhead))
        {
            validationErrors.Add(field, "too-far-ahead", PlanLimits.YearsAhead);
        }
        else
        {
            return day;
        }
        return null;
    }

    public static int? Interval(ValidationErrors validationErrors, string field, int? days)
    {
        if (days is null)
        {
            validationErrors.Add(field, "required");
        }
        else if (days is < 1 or > PlanLimits.MaxInterval)
        {
            validationErrors.Add(field, "out-of-range", 1, PlanLimits.MaxInterval);
        }
        else
        {
            return days;
        }
        return null;
    }
}
