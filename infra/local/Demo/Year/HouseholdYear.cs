using System.Globalization;
using System.Text.Json.Nodes;
using Alleviation.Demo.Households;
using Alleviation.Demo.Regions;

namespace Alleviation.Demo.Year;

/// <summary>What happens to one household: enrolment, contracts, another physician or village, members who leave, care.</summary>
internal sealed class HouseholdYear(
    int seed,
    int place,
    DemoHousehold household,
    DateOnly enrolledOn,
    DateOnly today,
    RegionTree regions,
    Backlog backlog
)
{
    private const int OfAge = 18;
    private readonly Dice _dice = Dice.For(seed, YearDice.OfHousehold + place);
    private readonly CountyPace _pace = CountyPace.Of(household.VillageCode);

    /// <summary>In the order of days; the enrolment is first.</summary>
    public IEnumerable<YearEvent> Draw()
    {
        var events = new List<YearEvent> { Of(enrolledOn, YearStep.Enrol) };
        events.AddRange(Contracts());
        events.AddRange(Changes().Select(OnAWorkingDay));
        for (var index = 0; index < household.Members.Count; index++)
        {
            events.AddRange(YearOf(index));
        }
        return events.OrderBy(happened => happened.On);
    }

    // People die and move away on any day.
    private static YearEvent OnAWorkingDay(YearEvent happened) =>
        happened.Step is YearStep.Depart ? happened : happened with { On = WorkingDays.OnOrAfter(happened.On) };

    private YearEvent Of(DateOnly on, YearStep step) => new(on, place, 0, step);

    private IEnumerable<YearEvent> Contracts()
    {
        var signer = household.Members.Select((member, index) => (member, index)).FirstOrDefault(one => AgeOf(one.member) >= OfAge);
        if (signer.member is null || !_dice.Chance(_pace.Signing))
        {
            yield break;
        }
        var on = WorkingDays.OnOrAfter(enrolledOn.AddDays(_dice.Between(3, 30)));
        yield return Contract(on, signer.index + 1);
        // Whoever signed late in a year signs for the next one soon after it has begun.
        for (var year = on.Year + 1; year <= today.Year; year++)
        {
            var begins = new DateOnly(year, 1, 4).AddDays(_dice.Between(0, 50));
            yield return Contract(WorkingDays.OnOrAfter(begins), signer.index + 1);
        }
    }

    private YearEvent Contract(DateOnly on, int signer) =>
        Of(on, YearStep.SignContract) with
        {
            Word = on.Year.ToString(CultureInfo.InvariantCulture),
            Body = new JsonObject
            {
                ["package"] = household.Members.Any(member => member.Conditions.Count > 0) ? "chronicIllness" : "basic",
                ["signedOn"] = on.ToString("O", CultureInfo.InvariantCulture),
                ["method"] = _dice.Weighted(("paper", 60), ("thumbprint", 25), ("electronic", 15.0)),
                ["signedBy"] = signer,
            },
        };

    private IEnumerable<YearEvent> Changes()
    {
        if (_dice.Chance(0.03))
        {
            var (on, id) = (enrolledOn.AddDays(_dice.Between(40, 200)), _dice.NewId());
            yield return Of(on, YearStep.ProposeTransfer) with
            {
                Id = id,
                Word = YearWords.TransferReasons[place % 3],
            };
            yield return Of(on.AddDays(_dice.Between(2, 6)), YearStep.AcceptTransfer) with
            {
                Id = id,
            };
        }
        else if (_dice.Chance(0.05))
        {
            var villages = regions.ChildrenOf(household.VillageCode[..9]).Select(village => village.Code).ToList();
            yield return Of(enrolledOn.AddDays(_dice.Between(40, 200)), YearStep.MoveVillage) with
            {
                Word = _dice.OneOf(villages),
            };
        }
    }

    private IEnumerable<YearEvent> YearOf(int index)
    {
        var member = household.Members[index];
        var dice = Dice.For(seed, YearDice.OfMember + place * 100L + index);
        var leaves = LeavingOf(dice, member, index + 1);
        var setting = new MemberSetting(place, index + 1, _pace, enrolledOn, today, backlog);
        var care = new MemberYear(dice, setting, member, AgeOf(member)).Draw().Select(OnAWorkingDay);
        return leaves is null ? care : care.Where(happened => happened.On < leaves.On).Append(leaves);
    }

    // A head's place would have to go to somebody first.
    private YearEvent? LeavingOf(Dice dice, DemoMember member, int number)
    {
        var (reason, chance) = AgeOf(member) switch
        {
            >= 70 => ("died", 0.07),
            >= 18 and < 35 => (member.Sex is "2" ? "marriedOut" : "movedAway", 0.04),
            _ => ("movedAway", 0.0),
        };
        var on = enrolledOn.AddDays(dice.Between(30, 300));
        if (member.Relationship is "0" || !dice.Chance(chance))
        {
            return null;
        }
        return new YearEvent(on, place, number, YearStep.Depart) { Word = reason };
    }

    private int AgeOf(DemoMember member) => Ages.On(enrolledOn, member.BornOn);
}
