using Alleviation.Demo.Households;
using Alleviation.Demo.Regions;

namespace Alleviation.Demo.Year;

/// <summary>
/// A year of the programme, up to yesterday: who is on the registry, and what happens to whom on which day. A pure function of seed, day
/// and number: whoever loads it decides nothing.
/// </summary>
/// <param name="Registry">All who shall be enrolled one day; the year enrols some of them.</param>
/// <param name="Events">In the order of their days; of one household in the order in which they happen.</param>
public sealed record YearPlan(IReadOnlyList<DemoHousehold> Registry, IReadOnlyList<YearEvent> Events)
{
    public const int Days = 365;

    // The second year begins with some still to enrol.
    private const double RegistryShare = 1.3;

    // The last days are for care: a household that comes in today has nothing to show.
    private const int EnrolmentEndsBefore = 10;

    /// <param name="households">How many are enrolled by the end.</param>
    /// <param name="showcase">The township where the demo's people are at home: its households come early.</param>
    public static YearPlan Draw(int seed, DateOnly today, int households, string? showcase = null)
    {
        var first = today.AddDays(-Days);
        var backlog = Backlog.Of(households);
        var options = new DemoOptions { AsOf = first, Showcase = showcase };
        IReadOnlyList<DemoHousehold> registry = [.. DemoHouseholds.Generate((int)(households * RegistryShare) + 1, seed, options)];
        var regions = RegionTree.Load(SeedsFolder.Path);
        var enrolled = registry
            .Select((household, place) => (Household: household, Place: place, Rank: RankOf(household, place)))
            .OrderBy(candidate => candidate.Rank)
            .Take(households)
            .Select((candidate, order) => (candidate.Household, candidate.Place, On: DayOf(order)));
        return new YearPlan(
            registry,
            [
                .. enrolled
                    .SelectMany(one => new HouseholdYear(seed, one.Place, one.Household, one.On, today, regions, backlog).Draw())
                    .Where(happened => happened.On < today)
                    .OrderBy(happened => happened.On),
            ]
        );

        double RankOf(DemoHousehold household, int place)
        {
            var early = showcase is not null && household.VillageCode.StartsWith(showcase, StringComparison.Ordinal) ? 1.5 : 1;
            return Dice.For(seed, YearDice.OfEnrolment + place).Fraction() / (CountyPace.Of(household.VillageCode).Speed * early);
        }

        DateOnly DayOf(int order)
        {
            var day = WorkingDays.EnrolmentDay(first.AddDays((int)((Days - EnrolmentEndsBefore) * (order + 0.5) / households)));
            return day < today.AddDays(-1) ? day : WorkingDays.OnOrBefore(today.AddDays(-2));
        }
    }
}

/// <summary>Which throws are whose, so that one more throw here changes nothing there.</summary>
internal static class YearDice
{
    public const long OfEnrolment = 1_000_000_000;
    public const long OfHousehold = 2_000_000_000;
    public const long OfMember = 3_000_000_000;

    /// <summary>As a phone makes it.</summary>
    public static string NewId(this Dice dice)
    {
        Span<byte> bytes = stackalloc byte[16];
        for (var place = 0; place < bytes.Length; place++)
        {
            bytes[place] = (byte)dice.Between(0, byte.MaxValue);
        }
        return new Guid(bytes).ToString("D");
    }
}
