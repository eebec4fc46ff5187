namespace Alleviation.Demo.Households;

/// <summary>Who is ill with what: about one adult in four, the old more than the young. The shares are made up to look likely.</summary>
public static class Illness
{
    private sealed record Share(string Code, int FromAge, double Under50, double Under65, double Older);

    private static readonly Share[] Adults =
    [
        new("I10", 28, 0.060, 0.170, 0.300),
        new("E11", 28, 0.025, 0.070, 0.110),
        new("I25", 45, 0.003, 0.010, 0.030),
        new("I69", 45, 0.003, 0.012, 0.028),
        new("I63", 45, 0.001, 0.004, 0.010),
        new("J44", 45, 0.002, 0.010, 0.030),
        new("F20", 18, 0.009, 0.009, 0.006),
        new("F31", 18, 0.002, 0.002, 0.001),
        new("A15", 18, 0.005, 0.006, 0.008),
        new("N18", 25, 0.003, 0.005, 0.008),
        new("C34", 40, 0.002, 0.006, 0.010),
        new("C16", 40, 0.001, 0.004, 0.007),
        new("C22", 30, 0.002, 0.004, 0.004),
        new("C18", 40, 0.001, 0.003, 0.005),
        new("H54", 18, 0.003, 0.006, 0.015),
        new("H91", 18, 0.003, 0.005, 0.020),
        new("R47", 18, 0.002, 0.002, 0.002),
        new("G83", 18, 0.005, 0.007, 0.008),
        new("Z89", 18, 0.004, 0.005, 0.004),
        new("F79", 18, 0.006, 0.004, 0.002),
    ];

    private static readonly Share[] Women = [new("C50", 30, 0.004, 0.006, 0.004), new("C53", 30, 0.003, 0.004, 0.003)];

    private static readonly Share[] Children =
    [
        new("D56", 0, 0.006, 0, 0),
        new("Q21", 0, 0.004, 0, 0),
        new("F79", 3, 0.005, 0, 0),
        new("H91", 1, 0.003, 0, 0),
    ];

    public static IReadOnlyList<DemoCondition> Draw(Dice dice, int age, bool male, DateOnly bornOn, DateOnly asOf)
    {
        IEnumerable<Share> shares =
            age < 18 ? Children
            : male ? Adults
            : Adults.Concat(Women);
        var conditions = new List<DemoCondition>();
        foreach (var share in shares)
        {
            if (
                age < share.FromAge
                || !dice.Chance(
                    age < 50 ? share.Under50
                    : age < 65 ? share.Under65
                    : share.Older
                )
            )
            {
                continue;
            }
            conditions.Add(new DemoCondition(share.Code, DiagnosedOn(dice, share.FromAge, bornOn, asOf)));
        }

        return conditions;
    }

    /// <summary>One condition for a benchmark's patient.</summary>
    public static IReadOnlyList<DemoCondition> Chronic(Dice dice, int place, DateOnly bornOn, DateOnly asOf) =>
        [new DemoCondition(place % 2 == 0 ? "I10" : "E11", DiagnosedOn(dice, fromAge: 28, bornOn, asOf))];

    private static DateOnly DiagnosedOn(Dice dice, int fromAge, DateOnly bornOn, DateOnly asOf)
    {
        var earliest = bornOn.AddYears(fromAge);
        var diagnosedOn = asOf.AddDays(-dice.Between(30, 12 * 365));
        if (diagnosedOn < earliest)
        {
            diagnosedOn = earliest;
        }
        return diagnosedOn > asOf ? asOf : diagnosedOn;
    }
}
