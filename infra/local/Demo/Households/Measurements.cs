namespace Alleviation.Demo.Households;

/// <summary>What was measured at the door: more than half of the sick are in control, one in twenty-five needs help now.</summary>
public static class Measurements
{
    private const double UrgentShare = 0.04;
    private const double ControlledShare = 0.55;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private enum State
    {
        Controlled,
        OutOfControl,
        Urgent,
    }

    public static IReadOnlyList<DemoReading> Take(
        Dice dice,
        int age,
        bool male,
        IReadOnlyList<DemoCondition> conditions,
        DateOnly bornOn,
        DateOnly asOf
    )
    {
        if (conditions.Count == 0 && !(age >= 65 && dice.Chance(0.5)))
        {
            return [];
        }

        var day = asOf.AddDays(-dice.Between(1, 60));
        var takenAt = new DateTimeOffset(
            (day < bornOn ? asOf : day).ToDateTime(new TimeOnly(dice.Between(8, 16), dice.Between(0, 59))),
            China
        );
        var readings = new List<DemoReading>();
        void Add(string code, double value, string unit, int decimals = 0) =>
            readings.Add(new DemoReading(code, decimal.Round((decimal)value, decimals, MidpointRounding.AwayFromZero), unit, takenAt));

        var hypertensive = Has(conditions, "I10");
        if (age >= 18)
        {
            var (systolic, diastolic) = Pressure(dice, hypertensive ? StateOf(dice) : State.Controlled, age);
            Add("systolic", systolic, "mmHg");
            Add("diastolic", diastolic, "mmHg");
            Add("height", dice.Around(male ? 166 : 155, 5), "cm");
            Add("weight", dice.Around(male ? 63 : 55, 8), "kg", 1);
        }

        if (Has(conditions, "E11"))
        {
            Add("fastingGlucose", Glucose(dice, StateOf(dice)), "mmol/L", 1);
        }
        if (Has(conditions, "F20") || Has(conditions, "F31"))
        {
            Add("riskLevel", dice.Weighted((0, 70), (1, 15), (2, 10), (3, 4), (4, 1.0)), "level");
        }
        if (Has(conditions, "A15"))
        {
            Add("doseAdherence", dice.Chance(0.85) ? dice.Between(90, 100) : dice.Between(40, 89), "%");
        }
        return readings;
    }

    private static State StateOf(Dice dice) =>
        dice.Weighted(
            (State.Controlled, ControlledShare),
            (State.Urgent, UrgentShare),
            (State.OutOfControl, 1 - ControlledShare - UrgentShare)
        );

    private static (double Systolic, double Diastolic) Pressure(Dice dice, State state, int age) =>
        state switch
        {
            State.Controlled => (dice.Between(108, 136) + (age >= 65 ? 6 : 0), dice.Between(66, 88)),
            State.OutOfControl => (dice.Between(152, 178), dice.Between(84, 106)),
            _ => (dice.Between(181, 206), dice.Between(100, 120)),
        };

    private static double Glucose(Dice dice, State state) =>
        state switch
        {
            State.Controlled => dice.Between(48, 69) / 10.0,
            State.OutOfControl => dice.Between(72, 145) / 10.0,
            _ => dice.Chance(0.8) ? dice.Between(168, 240) / 10.0 : dice.Between(30, 38) / 10.0,
        };

    private static bool Has(IReadOnlyList<DemoCondition> conditions, string code) => conditions.Any(condition => condition.Code == code);
}
