namespace Alleviation.Demo.Year;

/// <summary>How a county gets on; made up, so that counties can be told apart on the map. Shares from 0 to 1.</summary>
/// <param name="Speed">Of enrolment, against the others.</param>
/// <param name="Control">Patients who respond to their treatment.</param>
/// <param name="Signing">Households that sign a contract.</param>
/// <param name="Punctual">Visits that are made when they are due, in the middle of the year.</param>
/// <param name="Gain">How much better that gets from its first day to its last.</param>
public sealed record CountyPace(double Speed, double Control, double Signing, double Punctual, double Gain)
{
    // Around the Spring Festival many are away, and in the autumn everybody is in the fields.
    private const double FestivalLoss = 0.12;
    private const double HarvestLoss = 0.04;

    private static readonly CountyPace Usual = new(1, 0.44, 0.84, 0.82, 0.04);

    private static readonly Dictionary<string, CountyPace> Counties = new(StringComparer.Ordinal)
    {
        ["441402"] = new(1.7, 0.50, 0.93, 0.86, 0.03),
        ["441403"] = new(1.4, 0.46, 0.89, 0.84, 0.06),
        ["441422"] = new(0.9, 0.42, 0.82, 0.825, 0.09),
        ["441423"] = new(0.7, 0.40, 0.79, 0.775, 0.10),
        ["441424"] = new(0.6, 0.36, 0.77, 0.765, -0.05),
        ["441426"] = new(1.1, 0.46, 0.85, 0.835, 0.00),
        ["441427"] = new(1.5, 0.50, 0.91, 0.85, 0.05),
        ["441481"] = new(0.8, 0.40, 0.80, 0.80, 0.07),
    };

    public static CountyPace Of(string regionCode) => Counties.GetValueOrDefault(regionCode[..6]) ?? Usual;

    /// <summary>How likely a visit that is due on a day is made in time.</summary>
    /// <param name="passed">Of the year until then.</param>
    public double PunctualOn(DateOnly day, double passed) =>
        Punctual
        + Gain * (passed - 0.5)
        - day.Month switch
        {
            2 => FestivalLoss,
            10 => HarvestLoss,
            _ => 0,
        };
}
