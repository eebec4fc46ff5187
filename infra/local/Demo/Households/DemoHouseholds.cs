using System.Globalization;
using Alleviation.Demo.People;
using Alleviation.Demo.Regions;

namespace Alleviation.Demo.Households;

/// <summary>
/// Households of people who do not exist, drawn one after the other: the same seed and options give the same households, and the first
/// hundred of a thousand are the hundred of a hundred. What is remembered on the way does not grow with the number of households.
/// </summary>
public sealed class DemoHouseholds
{
    private const double ShowcaseShare = 0.3;

    private readonly DemoOptions _options;
    private readonly int _seed;
    private readonly RegionTree _regions;
    private readonly List<Region> _villages;
    private readonly List<Region> _showcase;
    private readonly List<string> _counties;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly CitizenIds _ids;

    private DemoHouseholds(int seed, DemoOptions options)
    {
        _seed = seed;
        _options = options;
        _regions = RegionTree.Load(SeedsFolder.Path);
        _villages = VillagesOf(options.Within ?? "");
        _showcase = VillagesOf(options.Showcase ?? "none");
        _counties = [.. _regions.OfLevel("county").Select(county => county.Code)];
        _ids = new CitizenIds(options.AsOf);
        if (_villages.Count == 0)
        {
            throw new ArgumentException($"There is no village in region '{options.Within}'.", nameof(options));
        }
    }

    public static IEnumerable<DemoHousehold> Generate(int count, int seed, DemoOptions? options = null)
    {
        var households = new DemoHouseholds(seed, options ?? new DemoOptions());
        return Enumerable.Range(0, count).Select(households.Draw);
    }

    private List<Region> VillagesOf(string region) =>
        [.. _regions.OfLevel("village").Where(village => village.Code.StartsWith(region, StringComparison.Ordinal))];

    private DemoHousehold Draw(int number)
    {
        var dice = Dice.For(_seed, number);
        var village = dice.OneOf(_showcase.Count > 0 && dice.Chance(ShowcaseShare) ? _showcase : _villages);
        var people = _options.Members is { } size ? Families.OfSize(dice, size) : Families.Draw(dice);
        var phone = string.Create(CultureInfo.InvariantCulture, $"154{number % 10_000_000:D7}0");
        var members = new MemberDrawing(dice, _ids, _options, county: _counties.IndexOf(village.Code[..6]) + 1).Draw(people, phone);
        return new DemoHousehold(
            RegistrationNumber(village.Code),
            village.Code,
            AddressIn(village, dice),
            phone,
            Poverty.Kind(dice, members, _options.AsOf),
            Poverty.Causes(dice, members, _options.AsOf),
            members
        );
    }

    private string RegistrationNumber(string villageCode)
    {
        var number = _numbers[villageCode] = _numbers.GetValueOrDefault(villageCode) + 1;
        return villageCode + number.ToString("D3", CultureInfo.InvariantCulture);
    }

    private string AddressIn(Region village, Dice dice)
    {
        var township = _regions[village.Parent];
        var name = village
            .Name.Replace("村民委员会", "村", StringComparison.Ordinal)
            .Replace("村委会", "村", StringComparison.Ordinal)
            .Replace("居委会", "", StringComparison.Ordinal);
        return $"{_regions[township.Parent].Name}{township.Name}{name}第{dice.Between(1, 12)}组{dice.Between(1, 60)}号";
    }
}
