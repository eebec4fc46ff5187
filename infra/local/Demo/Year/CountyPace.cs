namespace Alleviation.Demo.Year;

/// <summary>How a county gets on; made up, so that counties can be told apart on the map. Shares from 0 to 1.</summary>
/// <param name="Speed">Of enrolment, against the others.</param>
/// <param name="Control">Patients who respond to their treatment.</param>
/// <param name="Signing">Contracts and plans that are signed.</param>
/// <param name="Punctual">Visits that are made when they are due.</param>
public sealed record CountyPace(double Speed, double Control, double Signing, double Punctual)
{
    private static readonly CountyPace Usual = new(1, 0.6, 0.6, 0.7);

    private static readonly Dictionary<string, CountyPace> Counties = new(StringComparer.Ordinal)
    {
        ["441402"] = new(1.7, 0.80, 0.92, 0.90),
        ["441403"] = new(1.4, 0.72, 0.82, 0.84),
        ["441422"] = new(0.9, 0.58, 0.60, 0.72),
        ["441423"] = new(0.7, 0.50, 0.45, 0.62),
        ["441424"] = new(0.6, 0.45, 0.38, 0.58),
        ["441426"] = new(1.1, 0.66, 0.72, 0.78),
        ["441427"] = new(1.5, 0.76, 0.88, 0.88),
        ["441481"] = new(0.8, 0.54, 0.52, 0.66),
    };

    public static CountyPace Of(string regionCode) => Counties.GetValueOrDefault(regionCode[..6]) ?? Usual;
}
