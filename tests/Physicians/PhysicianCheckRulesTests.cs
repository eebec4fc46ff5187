using Alleviation.Functions.Physicians;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.Physicians;

/// <summary>A line of the roster, at each limit and just beyond it.</summary>
public sealed class PhysicianCheckRulesTests
{
    private static readonly PhysicianCheck Check = new(new CodeLists(new SeedFolder()), new Regions(new SeedFolder()));
    private static readonly PhysicianRequest Good = new(
        "P441402004-01",
        "李医师",
        ["generalPractice"],
        "441402004",
        "示范卫生院",
        500,
        "0753-2345678"
    );

    [Fact]
    public void GoodLine_IsKept()
    {
        var given = Good with
        {
            Name = " 李医师 ",
            Organisation = " 示范卫生院 ",
            Phone = " 13800000000 ",
            Disciplines = ["cardiology", "generalPractice", "cardiology"],
            State = PhysicianState.OnLeave,
        };

        var (physician, errors) = Check.Check(given);

        Assert.Empty(errors);
        Assert.Equal(("P441402004-01", "441402004", 500), (physician!.Id.Value, physician.RegionCode, physician.PanelSize));
        Assert.Equal(("李医师", "示范卫生院", "13800000000"), (physician.Name, physician.Organisation, physician.Phone));
        Assert.Equal(["cardiology", "generalPractice"], physician.Disciplines);
        Assert.Equal(PhysicianState.OnLeave, physician.State);
        Assert.Equal(PhysicianState.Active, Check.Check(Good).Physician!.State);
        Assert.Null(Check.Check(Good with { Phone = "  " }).Physician!.Phone);
        Assert.Null(Check.Check(Good with { Phone = null }).Physician!.Phone);
    }

    [Fact]
    public void AllErrors_AreReportedAtOnce() =>
        Assert.Equal(
            [
                "id physician-id",
                "name required",
                "organisation required",
                "regionCode region-code",
                "panelSize panel-size",
                "disciplines required",
            ],
            ErrorsOf(new PhysicianRequest(null, null, null, null, null, null, null))
        );

    [Theory]
    [InlineData("P441403-01", "regionCode physician-county")]
    [InlineData("P441402-1", "id physician-id")]
    [InlineData("P441402006-01", null)]
    public void Id_IsOfTheCountyThatIsServed(string id, string? expectedError) =>
        Assert.Equal(Expected(expectedError), ErrorsOf(Good with { Id = id }));

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, "too-long")]
    public void Texts_HaveALimit(int length, string? expectedError)
    {
        var text = new string('长', length);

        Assert.Equal(Expected(expectedError, "name"), ErrorsOf(Good with { Name = text }));
        Assert.Equal(Expected(expectedError, "organisation"), ErrorsOf(Good with { Organisation = text }));
        Assert.Equal(Expected(expectedError, "phone"), ErrorsOf(Good with { Phone = text }));
    }

    [Fact]
    public void ControlCharacter_IsNoPartOfAName() => Assert.Equal(["name too-long"], ErrorsOf(Good with { Name = "李\u0007" }));

    [Theory]
    [InlineData(-1, "panelSize panel-size")]
    [InlineData(0, null)]
    [InlineData(5_000, null)]
    [InlineData(5_001, "panelSize panel-size")]
    public void Panel_HasALimit(int size, string? expectedError) =>
        Assert.Equal(Expected(expectedError), ErrorsOf(Good with { PanelSize = size }));

    [Theory]
    [InlineData("441402999")]
    [InlineData("4414020041")]
    public void Region_IsOneThatThereIs(string region) =>
        Assert.Equal(["regionCode region-code"], ErrorsOf(Good with { RegionCode = region }));

    [Fact]
    public void Disciplines_AreOfTheirList()
    {
        Assert.Equal(["disciplines required"], ErrorsOf(Good with { Disciplines = [] }));
        Assert.Equal(["disciplines unknown-value"], ErrorsOf(Good with { Disciplines = ["generalPractice", "astrology"] }));
    }

    [Fact]
    public void Title_IsOfItsList_OrLeftOut()
    {
        Assert.Equal(["title unknown-value"], ErrorsOf(Good with { Title = "professor" }));
        Assert.Equal("villageDoctor", Check.Check(Good with { Title = " villageDoctor " }).Physician!.Title);
        Assert.Null(Check.Check(Good).Physician!.Title);
        Assert.Null(Check.Check(Good with { Title = " " }).Physician!.Title);
    }

    private static string[] Expected(string? expectedError, string? field = null) =>
        expectedError is null ? [] : [field is null ? expectedError : $"{field} {expectedError}"];

    private static IReadOnlyList<string> ErrorsOf(PhysicianRequest given)
    {
        var (physician, errors) = Check.Check(given);
        Assert.Equal(errors.Count > 0, physician is null);
        return [.. errors.Select(error => $"{error.Field} {error.Code}")];
    }
}
