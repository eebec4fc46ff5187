namespace Alleviation.Demo.Year;

/// <summary>What is measured at a visit, and what the rules of the forms make of it.</summary>
internal sealed record Found(int Systolic, int Diastolic, double Glucose, int RiskLevel, int DoseAdherence, bool Worse)
{
    public int HeartRate { get; init; }

    public double Weight { get; init; }

    public bool IsOut { get; init; }

    public bool IsUrgent { get; init; }
}

/// <summary>
/// How ill somebody is from visit to visit: readings scatter around a trend that falls under treatment, quickly, slowly, or hardly at all
/// before a referral has changed it. Everybody has a height of his own.
/// </summary>
internal sealed class IllnessCourse(Dice dice, CountyPace pace, int age, bool isIll)
{
    private readonly double _start = isIll ? dice.Weighted((0.3, 30), (0.95, 61), (1.6, 9.0)) : 0;
    private readonly double _systolic = dice.Around(age >= 65 ? 131 : 124, 4);
    private readonly double _diastolic = dice.Around(76, 3);
    private readonly double _glucose = dice.Around(isIll ? 6.2 : 5.4, 0.35);
    private readonly double _heartRate = dice.Around(74, 6);
    private readonly double _weight = dice.Around(58, 7);
    private readonly double _speed = dice.Weighted((0.45, 45), (0.7, 55.0));
    private readonly bool _eatsAsAdvised = dice.Chance(0.88);
    private bool _responds = dice.Chance(pace.Control);

    /// <summary>Whether a referral helps; from then on treatment does.</summary>
    public bool Improves()
    {
        _responds |= dice.Chance(0.12);
        return _responds;
    }

    /// <param name="visit">1 is the first.</param>
    public Found At(int visit, string form, DateOnly on)
    {
        // Winter is the harder season for blood pressure.
        var season = on.Month is 12 or 1 or 2 ? 3 : 0;
        var severity = SeverityAt(visit, _responds);
        var systolic = (int)Math.Round(Math.Clamp(dice.Around(_systolic + season + severity * 28, 6), 98, 205));
        var diastolic = (int)Math.Round(Math.Clamp(dice.Around(_diastolic + severity * 12, 4.5), 56, 118));
        var glucose = Math.Round(Math.Clamp(dice.Around(_glucose + SeverityAt(visit, _responds && _eatsAsAdvised) * 2.2, 0.5), 4.2, 16), 1);
        var riskLevel =
            severity > 1.5 ? 3
            : severity > 0.7 ? 1
            : 0;
        var doses = dice.Chance(0.12) ? dice.Between(75, 89) : dice.Between(92, 100);
        var found = new Found(systolic, diastolic, glucose, riskLevel, doses, Worse: severity > 0.8 && dice.Chance(0.2))
        {
            HeartRate = (int)dice.Around(_heartRate, 4),
            Weight = Math.Round(dice.Around(_weight, 0.8), 1),
        };
        var isPressureOut = systolic >= (age >= 65 ? 150 : 140) || diastolic >= 90;
        return form switch
        {
            "hypertension" => found with { IsOut = isPressureOut, IsUrgent = systolic >= 180 || diastolic >= 110 },
            "type2Diabetes" => found with { IsOut = glucose >= 7, IsUrgent = systolic >= 180 || diastolic >= 110 },
            "severeMentalDisorder" => found with { IsOut = riskLevel > 0, IsUrgent = riskLevel >= 3 },
            "tuberculosis" => found with { IsOut = doses < 90 },
            "general" => found with { IsOut = found.Worse, IsUrgent = systolic >= 180 },
            _ => found,
        };
    }

    private double SeverityAt(int visit, bool responds)
    {
        var trend = responds || _start == 0 ? _start * Math.Pow(_speed, visit - 1) : Math.Clamp(_start, 0.75, 1.0);
        return Math.Max(0, trend + dice.Around(0, 0.08));
    }
}
