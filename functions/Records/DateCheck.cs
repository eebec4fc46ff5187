using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Records;

internal static class DateCheck
{
    /// <summary>Nobody alive was born earlier; the same limit as for a citizen ID.</summary>
    private static readonly DateOnly Earliest = new(1850, 1, 1);

    /// <summary>The birth date of somebody without a citizen ID.</summary>
    public static void Birth(ValidationErrors validationErrors, string field, DateOnly? bornOn, DateOnly today)
    {
        if (bornOn > today)
        {
            validationErrors.Add(field, "in-the-future");
        }
        else if (bornOn < Earliest)
        {
            validationErrors.Add(field, "too-long-ago");
        }
    }

    /// <summary>A date that is not in the future and not before the member was born. A diagnosis may be in the month of birth.</summary>
    public static void Past(ValidationErrors validationErrors, string field, DateOnly? date, DateOnly? bornOn, DateOnly today)
    {
        if (date > today)
        {
            validationErrors.Add(field, "in-the-future");
        }
        else if (date is { } on && bornOn is { } born && new DateOnly(on.Year, on.Month, 1) < new DateOnly(born.Year, born.Month, 1))
        {
            validationErrors.Add(field, "before-birth");
        }
    }
}
