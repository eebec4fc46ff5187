using Alleviation.Demo.People;
using Alleviation.Demo.Regions;

namespace Alleviation.Demo.Roster;

/// <summary>Physicians who do not exist, so that every household finds one and every discipline has somebody.</summary>
public sealed class MadeUpRoster(RegionTree regions)
{
    private const string City = "4414";
    private const string InternetHospital = "44";

    /// <summary>A township of more villages has two general practitioners.</summary>
    private const int VillagesPerPractitioner = 25;

    private static readonly string[] Specialties =
    [
        "cardiology",
        "endocrinology",
        "psychiatry",
        "respiratory",
        "oncology",
        "nephrology",
        "neurology",
        "paediatrics",
        "obstetrics",
        "traditionalMedicine",
        "rehabilitation",
        "pharmacy",
        "nursing",
        "publicHealth",
    ];

    private readonly Dice _dice = Dice.For(seed: 20170107, number: 0);

    /// <summary>Dice of their own, so that names stay as they are.</summary>
    private readonly Dice _titleDice = Dice.For(seed: 20170107, number: 1);

    public IEnumerable<RosterPhysician> Draw() =>
        regions
            .OfLevel("township")
            .SelectMany(TownshipPhysicians)
            .Concat(regions.OfLevel("county").SelectMany(county => Specialists(county.Code, "county", $"{county.Name}示范医院")))
            .Concat(Specialists(City, "city", "梅州市示范医院"))
            .Concat(Specialists(InternetHospital, "internetHospital", "广州示范互联网医院"));

    private IEnumerable<RosterPhysician> TownshipPhysicians(Region township)
    {
        var organisation =
            $"{township.Name}{(township.Name.EndsWith("街道", StringComparison.Ordinal) ? "示范社区卫生服务中心" : "示范卫生院")}";
        var count = regions.ChildrenOf(township.Code).Count() > VillagesPerPractitioner ? 2 : 1;
        for (var number = 1; number <= count; number++)
        {
            // A township's practitioner looks after public health as well; every third knows traditional medicine.
            string[] disciplines = _dice.Chance(1 / 3.0)
                ? ["generalPractice", "publicHealth", "traditionalMedicine"]
                : ["generalPractice", "publicHealth"];
            yield return Physician(township.Code, number, disciplines, "township", organisation, panelSize: 300 + 50 * _dice.Between(0, 6));
        }
    }

    private IEnumerable<RosterPhysician> Specialists(string regionCode, string level, string organisation)
    {
        var number = 1;
        yield return Physician(regionCode, number++, ["generalPractice"], level, organisation, level == "county" ? 600 : 0);
        foreach (var specialty in Specialties)
        {
            yield return Physician(regionCode, number++, [specialty], level, organisation, panelSize: 0);
        }
    }

    private RosterPhysician Physician(string regionCode, int number, string[] disciplines, string level, string organisation, int panelSize)
    {
        var name = PersonNames.Surname(_dice) + PersonNames.Given(_dice, _dice.Chance(0.5), _dice.Between(1965, 1995));
        return new RosterPhysician(
            $"P{regionCode}-{number:D2}",
            name,
            disciplines,
            level,
            regionCode,
            organisation,
            panelSize,
            Title(level, disciplines)
        );
    }

    /// <summary>The higher the hospital, the higher the title.</summary>
    private string Title(string level, string[] disciplines)
    {
        string[] titles = disciplines[0] switch
        {
            "pharmacy" => ["pharmacist", "pharmacistInCharge", "associateChiefPharmacist", "chiefPharmacist"],
            "nursing" => ["seniorNurse", "nurseInCharge", "associateChiefNurse", "chiefNurse"],
            _ when level == "township" => ["assistantPhysician", "residentPhysician", "attendingPhysician"],
            _ => ["residentPhysician", "attendingPhysician", "associateChiefPhysician", "chiefPhysician"],
        };
        var lowest = level is "township" or "county" ? 0 : 1;
        return titles[_titleDice.Between(lowest, titles.Length - 1)];
    }
}
