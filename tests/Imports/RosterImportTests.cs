using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Tests.Imports.Files;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

/// <summary>The list of physicians comes in by the same steps as lists of households. All people in it are made up.</summary>
public sealed class RosterImportTests() : WithScene<ImportsApp>(ImportsApp.StartAsync)
{
    private const string OwnHeadings = "序号,编号,医生姓名,所在科室,服务乡镇,工作单位,签约上限,联系电话,性别,职称";
    private static readonly Caller Operator = new("operator-1", Role.Operator, ["4414"], null, "Operator");

    [Fact]
    public async Task OwnHeadingsWordsAndNames_InGb18030_AreKept_AndSentAgainNothingChanges()
    {
        var list = Sheets.Csv(
            Sheets.Gb18030,
            OwnHeadings,
            "1,P441403100-01,测甲,全科；公共卫生,松口镇,松口示范卫生院,３００户,（0753）2345678,男,主治中医师",
            "2,p441403-07,测乙,神经内科、康复科,梅县区,梅县区示范医院,0,,女,",
            "合计,2,,,,,,,,"
        );

        var import = await Scene.ImportAsync(list, Operator, "?purpose=roster");

        Assert.Equal(("completed", 2, 2, 2, 0, 0, 1.0), ImportOutcome.Counts(import));
        var first = await FindAsync("P441403100-01");
        Assert.Equal(("测甲", "441403100", "松口示范卫生院", 300), (first.Name, first.RegionCode, first.Organisation, first.PanelSize));
        Assert.Equal(["generalPractice", "publicHealth"], first.Disciplines);
        Assert.Equal("attendingPhysician", first.Title);
        var second = await FindAsync("P441403-07");
        Assert.Equal(["neurology", "rehabilitation"], second.Disciplines);
        Assert.Null(second.Title);
        Assert.Equal(("completed", 2, 2, 0, 2, 0, 1.0), ImportOutcome.Counts(await Scene.ImportAsync(list, Operator, "?purpose=roster")));
    }

    [Theory]
    [InlineData("P441403100-02,测丙,推拿,松口镇,示范卫生院,300,", "disciplines", "import-unknown-value", "generalPractice")]
    [InlineData("P441403100-02,测丙,内科,松口镇,示范卫生院,300,", "disciplines", "import-ambiguous", "cardiology")]
    [InlineData("P441403100-02,测丙,全科,松囗镇,示范卫生院,300,", "regionCode", "import-region-unknown", "441403100")]
    [InlineData("P441403100-02,测丙,全科,松口镇,示范卫生院,很多,", "panelSize", "import-number", null)]
    [InlineData("P441403100-02,测丙,全科,松口镇,示范卫生院,9999,", "panelSize", "panel-size", null)]
    [InlineData("P441403100-02,测丙,全科,松口镇,示范卫生院,1.5,", "panelSize", "panel-size", null)]
    [InlineData("P441403100-02,测丙,全科,松口镇,示范卫生院,300,1.38E+10", "phone", "import-digits-lost", null)]
    [InlineData("P441403100-02,#REF!,全科,松口镇,示范卫生院,300,", "name", "import-cell-error", null)]
    [InlineData("P441403100-02,,全科,松口镇,示范卫生院,300,", "name", "required", null)]
    [InlineData("017,测丙,全科,松口镇,示范卫生院,300,", "id", "physician-id", null)]
    [InlineData("P441403100-02,测丙,全科,梅江区,示范卫生院,300,", "regionCode", "physician-county", null)]
    [InlineData("P441403100-01,测丙,全科,松口镇,示范卫生院,300,", "id", "twice", null)]
    [InlineData("EXAMPLE-01,示例医师,全科,441402004,示范卫生院,500,", "id", "import-example-line", null)]
    public async Task WrongCell_IsRefused_WithWhatIsAccepted_AndTheOthersAreKept(string line, string field, string code, string? choice)
    {
        var list = Sheets.Csv("医师编号,姓名,学科,服务区域,机构,签约户数上限,电话", "P441403100-01,测甲,全科,松口镇,示范卫生院,300,", line);

        var import = await Scene.ImportAsync(list, Operator, "?purpose=roster");

        Assert.Equal((1, 1), (import.GetProperty("accepted").GetInt32(), import.GetProperty("refused").GetInt32()));
        var refusal = Assert.Single(import.GetProperty("refusedLines").GetProperty("items").EnumerateArray());
        Assert.Equal(
            (3, field, code),
            (refusal.GetProperty("line").GetInt32(), refusal.GetProperty("field").GetString(), refusal.GetProperty("code").GetString())
        );
        if (choice is not null)
        {
            Assert.Contains(refusal.GetProperty("choices").EnumerateArray(), each => each.GetProperty("value").GetString() == choice);
        }
    }

    [Fact]
    public async Task WorkbookWithUnknownHeadings_Waits_AndIsMapped()
    {
        var list = Sheets.Workbook(
            ["梅县区家庭医生名单"],
            ["医师编号", "姓名", "擅长", "服务区域", "最多能管几户"],
            ["P441403100-01", "测甲", "全科", 441403100d, 300d]
        );

        var waiting = (await Scene.SendAsync(list, Operator, "?purpose=roster")).Json;
        Assert.Equal("waiting", waiting.GetProperty("status").GetString());
        var sheet = Assert.Single(waiting.GetProperty("reading").GetProperty("sheets").EnumerateArray());
        Assert.Equal(["disciplines", "organisation", "panelSize"], Texts(sheet.GetProperty("missing")).Order());
        Assert.Empty(await Scene.RowsAsync("Physicians"));
        var id = waiting.GetProperty("id").GetString()!;
        Dictionary<string, string> uses = new() { ["擅长"] = "disciplines", ["最多能管几户"] = "panelSize" };

        Assert.Equal(
            422,
            (await Scene.ConfirmAsync(id, BureauLists.Confirmation(sheet, new(uses) { ["擅长"] = "conditions" }, []), Operator)).Status
        );
        var confirmed = await Scene.ConfirmAsync(
            id,
            BureauLists.Confirmation(sheet, uses, new() { ["organisation"] = "示范卫生院" }),
            Operator
        );

        Assert.Equal(202, confirmed.Status);
        Assert.Equal(("completed", 1, 1, 1, 0, 0, 1.0), ImportOutcome.Counts((await Scene.ShowAsync(id, Operator)).Json));
        Assert.Equal("示范卫生院", (await FindAsync("P441403100-01")).Organisation);
    }

    [Fact]
    public async Task SeedsRoster_IsKeptAtOnce()
    {
        var import = await Scene.ImportAsync(
            await File.ReadAllBytesAsync(Repository.PathOf("seeds", "roster", "physicians.csv")),
            Operator,
            "?purpose=roster"
        );

        Assert.Equal(("completed", 0), (import.GetProperty("status").GetString(), import.GetProperty("refused").GetInt32()));
        Assert.Equal(import.GetProperty("accepted").GetInt32(), (await Scene.RowsAsync("Physicians")).Count);
    }

    [Theory]
    [InlineData(Role.HealthWorker)]
    [InlineData(Role.Official)]
    public async Task Roster_IsKeptByOperatorsOnly(Role role)
    {
        var caller = new Caller("another", role, ["4414"], null, "another");
        Assert.Equal(403, (await Scene.SendAsync(Sheets.Csv(OwnHeadings), caller, "?purpose=roster")).Status);

        var id = (
            await Scene.ImportAsync(
                Sheets.Csv("医师编号,姓名,学科,服务区域,机构,签约户数上限,电话", "x,测甲,全科,松口镇,示范卫生院,300,13800040001"),
                Operator,
                "?purpose=roster"
            )
        )
            .GetProperty("id")
            .GetString()!;

        // Nobody but operators is shown physicians' telephones.
        Assert.Equal(404, (await Scene.ShowAsync(id, caller, reason: "complaint 17")).Status);
        Assert.Equal(404, (await Scene.DownloadRefusedAsync(id, caller)).Status);
    }

    private async Task<Physician> FindAsync(string id)
    {
        Assert.True(PhysicianId.TryParse(id, out var known));
        return (await Scene.Service<PhysicianTable>().FindAsync(known, CancellationToken.None))!.Physician;
    }

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(each => each.GetString());
}
