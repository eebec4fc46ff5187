using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>
/// Dates of what is planned: to come, and not beyond what anybody plans. One that stood in the plan before may have passed.
/// </summary>
internal static class PlanDates
{
    public static DateOnly? Required(ValidationErrors findings, string field, DateOnly? given, DateOnly? known, DateOnly today)
    {
        if (given is null)
        {
            findings.Add(field, "required");
        }
        return Optional(findings, field, given, known, today);
    }

    public static DateOnly? Optional(ValidationErrors findings, string field, DateOnly? given, DateOnly? known, DateOnly today)
    {
        if (given is not { } day || day == known)
        {
            return given;
        }
        if (day < today)
        {
            findings.Add(field, "in-the-past");
        }
        else if (day > today.AddYears(PlanLimits.YearsAhead))
        {
            findings.Add(field, "too-far-ahead", PlanLimits.YearsAhead);
        }
        else
        {
            return day;
        }
        return null;
    }

    public static int? Interval(ValidationErrors findings, string field, int? days)
    {
        if (days is null)
        {
            findings.Add(field, "required");
        }
        else if (days is < 1 or > PlanLimits.MaxInterval)
        {
            findings.Add(field, "out-of-range", 1, PlanLimits.MaxInterval);
        }
        else
        {
            return days;
        }
        return null;
    }
}
