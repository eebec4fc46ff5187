using Alleviation.Demo.Regions;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Seeds;

public sealed class RosterTests
{
    private static readonly RegionTree Regions = RegionTree.Load(Repository.PathOf("seeds"));

    private static readonly string[][] Physicians =
    [
        .. File.ReadLines(Repository.PathOf("seeds", "roster", "physicians.csv")).Skip(1).Select(line => line.Split(',')),
    ];

    [Fact]
    public void MeizhouHasItsRegions()
    {
        Assert.Equal(8, Regions.OfLevel("county").Count());
        Assert.Equal(117, Regions.OfLevel("township").Count());
        Assert.Equal(2269, Regions.OfLevel("village").Count());
        Assert.All(Regions.All.Where(region => region.Level != "province"), region => Assert.True(Regions.Has(region.Parent)));
    }

    [Fact]
    public void EveryPhysician_HasAnIdOfHisOwn() => Assert.Distinct(Physicians.Select(fields => fields[0]));

    [Fact]
    public void EveryTownship_HasAGeneralPractitionerWithRoom() =>
        Assert.All(
            Regions.OfLevel("township"),
            township =>
            {
                var practitioners = Physicians
                    .Where(fields => fields[4] == township.Code && fields[2].Split(';').Contains("generalPractice"))
                    .ToList();
                Assert.True(practitioners.Count >= (Regions.ChildrenOf(township.Code).Count() > 25 ? 2 : 1));
                Assert.All(practitioners, fields => Assert.InRange(int.Parse(fields[6], null), 300, 600));
            }
        );

    [Fact]
    public void EveryCountyTheCityAndTheInternetHospital_HaveEveryDiscipline() =>
        Assert.All(
            Regions.OfLevel("county").Select(county => county.Code).Append("4414").Append("44"),
            region =>
                Assert.Equal(
                    SeedFiles.Codes("discipline"),
                    Physicians.Where(fields => fields[4] == region).SelectMany(fields => fields[2].Split(';')).ToHashSet()
                )
        );

    [Fact]
    public void EveryCode_IsKnown() =>
        Assert.All(
            Physicians,
            fields =>
            {
                Assert.Equal(9, fields.Length);
                Assert.Subset(SeedFiles.Codes("discipline").ToHashSet(), fields[2].Split(';').ToHashSet());
                Assert.Contains(fields[8], SeedFiles.Codes("physicianTitle"));
                Assert.Contains(fields[3], new[] { "township", "county", "city", "internetHospital" });
                Assert.True(Regions.Has(fields[4]));
            }
        );
}
