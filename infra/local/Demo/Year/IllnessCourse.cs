namespace Alleviation.Demo.Year;

/// <summary>What is measured at a visit, and what the rules of the forms make of it.</summary>
internal sealed record Found(int Systolic, int Diastolic, double Glucose, int RiskLevel, int DoseAdherence, bool Worse)
{
    public bool IsOut { get; init; }

    public bool IsUrgent { get; init; }
}

/// <summary>How ill somebody is from visit to visit: most get better under treatment, some only after a referral, some not.</summary>
internal sealed class IllnessCourse(Dice dice, CountyPace pace, int age)
{
    private readonly double _start = dice.Weighted((0.1, 35), (0.9, 57), (1.75, 8.0));
    private bool _responds = dice.Chance(pace.Control);

    /// <summary>Whether a referral helps; from then on treatment does.</summary>
    public bool Improves()
    {
        _responds |= dice.Chance(0.45);
        return _responds;
    }

    /// <param name="visit">1 is the first.</param>
    public Found At(int visit, string form, DateOnly on)
    {
        // Winter is the harder season for blood pressure.
        var season = on.Month is 12 or 1 or 2 ? 3 : 0;
        var severity = _responds ? _start * Math.Pow(0.68, visit - 1) : Math.Min(_start, 1.1);
        var systolic = Math.Clamp((int)dice.Around(126 + season + severity * 34, 5), 98, 198);
        var diastolic = Math.Clamp((int)dice.Around(77 + severity * 16, 4), 58, 116);
        var glucose = Math.Round(Math.Clamp(dice.Around(5.9 + severity * 3, 0.35), 4.3, 16), 1);
        var riskLevel =
            severity > 1.5 ? 3
            : severity > 0.6 ? 1
            : 0;
        var doses = severity > 0.6 ? dice.Between(70, 89) : dice.Between(92, 100);
        var found = new Found(systolic, diastolic, glucose, riskLevel, doses, Worse: severity > 0.8 && dice.Chance(0.4));
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
}
