namespace Alleviation.Tests.ReferenceData;

/// <summary>Plain lists, regions and the roster, and the outlines of the counties: a mistake is told with its line.</summary>
public sealed class ListSeedsTests : IDisposable
{
    private readonly BrokenSeeds _seeds = new();

    [Theory]
    [InlineData("regions/meizhou-regions.csv", "441403100,township", "44140310,township", "code", "The code of a township has 9 digits")]
    [InlineData("regions/meizhou-regions.csv", "441403,county", "441403,conty", "level", "Did you mean \"county\"?")]
    [InlineData("regions/meizhou-regions.csv", "441403,county,梅县区,4414", "441403,county,梅县区,4415", "parent", "4415 is no region")]
    [InlineData("regions/meizhou-regions.csv", "441403,county,梅县区,4414", "441403,county,梅县区", "", "The line has 3 values")]
    [InlineData("regions/meizhou-regions.csv", "441403,county", "441402,county", "code", "441402 is there twice")]
    [InlineData("regions/meizhou-regions.csv", "code,level", "level,code", "", "The heading has to be")]
    [InlineData("roster/physicians.csv", "generalPractice", "generalPractise", "disciplines", "Did you mean \"generalPractice\"?")]
    [InlineData("roster/physicians.csv", ",township,441402004", ",township,441402999", "regionCode", "441402999 is no region")]
    [InlineData("roster/physicians.csv", ",300,", ",-3,", "panelSize", "0 or more")]
    [InlineData("roster/physicians.csv", "assistantPhysician", "assistantPhysicist", "title", "Did you mean \"assistantPhysician\"?")]
    [InlineData("regions/meizhou-regions.csv", "441403100,township", "4.41E+08,township", "code", "The code of a township has 9 digits")]
    [InlineData(
        "regions/meizhou-regions.csv",
        "441403100,township",
        "４４１４０３１００,township",
        "code",
        "The code of a township has 9 digits"
    )]
    [InlineData("roster/physicians.csv", "社区卫生服务中心", "社区卫生服务中心,二楼", "", "The line has 10 values")]
    [InlineData("roster/physicians.csv", ",township,", "，township,", "", "The line has 8 values")]
    [InlineData("roster/physicians.csv", "generalPractice;", "generalPractice；", "disciplines", "is no discipline")]
    [InlineData("roster/physicians.csv", ",township,441402004", ",county,441402004", "regionCode", "has 6 digits")]
    [InlineData("roster/physicians.csv", ",300,", ",３００,", "panelSize", "0 or more")]
    public void AMistakeInAList_IsReportedWithItsLine(string file, string text, string by, string place, string message)
    {
        _seeds.Replace(file, text, by);

        var faults = _seeds.Faults();

        Assert.Contains(
            faults,
            fault =>
                fault.File == file && fault.Path == place && fault.Line > 0 && fault.Message.Contains(message, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(
        "regions/meizhou-counties.geojson",
        "features[0].properties.code",
        "\"441499\"",
        "441499 is no county",
        "features[0].properties"
    )]
    [InlineData("regions/meizhou-counties.geojson", "features[0]", null, "has no outline", "")]
    [InlineData(
        "regions/meizhou-counties.geojson",
        "features[0].geometry.coordinates[0][0]",
        "[24.134, 116.201]",
        "its longitude (73 to 136)",
        "features[0].geometry.coordinates[0][0]"
    )]
    public void AMistakeInAnOutline_IsReported(string file, string path, string? value, string message, string place) =>
        _seeds.Tells(file, path, value, message, place);

    public void Dispose() => _seeds.Dispose();
}
