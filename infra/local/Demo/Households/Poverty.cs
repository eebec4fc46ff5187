namespace Alleviation.Demo.Households;

/// <summary>Why a household is poor, and what it is registered as.</summary>
public static class Poverty
{
    private const int AbleUntil = 60;

    public static IReadOnlyList<string> Causes(Dice dice, IReadOnlyList<DemoMember> members, DateOnly asOf)
    {
        var causes = new List<string>();
        if (members.Any(member => member.Conditions.Count > 0) && dice.Chance(0.75))
        {
            causes.Add("illness");
        }
        if (members.Any(member => member.BasicInformation.Disabilities[0] != "1"))
        {
            causes.Add("disability");
        }
        if (members.Any(member => AgeOf(member, asOf) is >= 6 and < 23) && dice.Chance(0.35))
        {
            causes.Add("education");
        }
        if (members.All(member => AgeOf(member, asOf) is >= AbleUntil or < 16))
        {
            causes.Add("labour");
        }
        if (causes.Count == 0 || dice.Chance(0.1))
        {
            causes.Add(
                dice.Weighted(
                    ("skills", 35),
                    ("funds", 25),
                    ("land", 12),
                    ("transport", 8),
                    ("motivation", 10),
                    ("disaster", 5),
                    ("water", 2),
                    ("other", 3.0)
                )
            );
        }

        return causes;
    }

    public static string Kind(Dice dice, IReadOnlyList<DemoMember> members, DateOnly asOf) =>
        members.Count == 1 && AgeOf(members[0], asOf) >= AbleUntil && dice.Chance(0.45) ? "extremePoverty"
        : dice.Chance(0.35) ? "subsistenceAllowance"
        : "general";

    private static int AgeOf(DemoMember member, DateOnly asOf) => Ages.On(asOf, member.BornOn);
}
