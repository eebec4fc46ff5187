namespace Alleviation.Demo.Year;

/// <summary>From and to, both included.</summary>
public readonly record struct Aim(double From, double To)
{
    public bool Holds(double value) => value >= From && value <= To;
}

/// <summary>
/// What the demo's year looks like at its end: a programme in its second year, neither perfect nor hopeless. Made up to look likely; held
/// by YearAimsTests for the draw of many households, and by DemoYearTests for what the service makes of a few. Shares from 0 to 1.
/// </summary>
public static class YearAims
{
    /// <summary>Follow-ups in time, of a county.</summary>
    public static readonly Aim InTime = new(0.75, 0.90);

    /// <summary>How much the best county is ahead of the last in that.</summary>
    public const double InTimeBetweenCounties = 0.06;

    /// <summary>Last readings in control, of all who were visited for it.</summary>
    public static readonly Aim PressureInControl = new(0.55, 0.70);

    public static readonly Aim GlucoseInControl = new(0.45, 0.60);

    /// <summary>HbA1c below 7 % in the last report.</summary>
    public static readonly Aim Hba1cInControl = new(0.45, 0.60);

    /// <summary>Households with a contract of the present year.</summary>
    public static readonly Aim Contracts = new(0.70, 0.90);

    /// <summary>Of those who are overdue: at most a month; longer than three has a reason in the record.</summary>
    public static readonly Aim LateByAMonth = new(0.75, 1);

    public static readonly Aim LateByMoreThanThree = new(0, 0.06);

    /// <summary>Plans that wait for the demo's physician, whatever the number of households.</summary>
    public static readonly Aim DraftsOfAPhysician = new(3, 18);

    /// <summary>Referrals that were answered, of all that were sent: the others wait.</summary>
    public static readonly Aim ReferralsAnswered = new(0.85, 0.99);

    /// <summary>Of all visits: the day of the month on which most were made has no more than this of them.</summary>
    public const double BusiestDay = 0.06;
}
