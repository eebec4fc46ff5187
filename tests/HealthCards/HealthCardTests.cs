using System.Text.RegularExpressions;
using Alleviation.Functions.HealthCards;
using Alleviation.Functions.Households;
using Alleviation.Tests.Support;
using Alleviation.Tests.Transfers;

namespace Alleviation.Tests.HealthCards;

public sealed partial class HealthCardTests
{
    [Fact]
    public async Task Card_OpensTheMember_ForWhoMaySeeHim_UntilItIsWithdrawn()
    {
        await using var scene = await PanelScene.StartAsync();
        await CallAsync(scene, "HealthCards_Get", 404);
        var issued = await CallAsync(scene, "HealthCards_Issue", 201);
        var code = issued.Text("code");
        Assert.Equal(code, (await CallAsync(scene, "HealthCards_Issue", 200)).Text("code"));
        Assert.Equal(code, (await CallAsync(scene, "HealthCards_Get", 200, scene.Physician)).Text("code"));
        await CallAsync(scene, "HealthCards_Issue", 404, await scene.App.HealthWorkerAsync("441403100"));

        var found = await ScanAsync(scene, 200, code);
        Assert.Equal((scene.HouseholdId, 2), (found.Text("householdId"), found.Body.GetProperty("member").GetInt32()));
        await ScanAsync(scene, 200, code.ToLowerInvariant().Replace('-', ' '), scene.Physician);
        // Not theirs, not there, not a card: all the same.
        await ScanAsync(scene, 404, code, scene.Other);
        await ScanAsync(scene, 404, CardToken.Create());
        await ScanAsync(scene, 404, "441402196602031239");

        await CallAsync(scene, "HealthCards_Withdraw", 204);
        await CallAsync(scene, "HealthCards_Withdraw", 204);
        await ScanAsync(scene, 404, code);
        Assert.NotEqual(code, (await CallAsync(scene, "HealthCards_Issue", 201)).Text("code"));
        await ScanAsync(scene, 404, code);
    }

    [Fact]
    public async Task IssueThatComesAgain_GivesNoOtherCard_AlsoAfterItWasWithdrawn()
    {
        await using var scene = await PanelScene.StartAsync();
        var issue = $"?issue={Guid.NewGuid():N}";
        Assert.Equal(201, await IssueAsync(scene, issue));
        Assert.Equal(200, await IssueAsync(scene, issue));

        await CallAsync(scene, "HealthCards_Withdraw", 204);
        // The answer was lost on its way to a phone, which sends it once more.
        Assert.Equal(409, await IssueAsync(scene, issue));
        await CallAsync(scene, "HealthCards_Get", 404);

        Assert.Equal(201, await IssueAsync(scene, $"?issue={Guid.NewGuid():N}"));
        // Somebody has one: it is that.
        Assert.Equal(200, await IssueAsync(scene, issue));
        Assert.Equal(422, await IssueAsync(scene, "?issue=mine"));
    }

    [Fact]
    public async Task RowThatACrashLeftBehind_OpensNothing()
    {
        await using var scene = await PanelScene.StartAsync();
        Assert.True(HouseholdId.TryParse(scene.HouseholdId, out var id));
        var token = CardToken.Create();
        await scene.App.Get<CardTable>().PutAsync(token, id, 1, CancellationToken.None);

        await ScanAsync(scene, 404, token);
    }

    [Fact]
    public void Token_IsReadAsPeopleTypeIt()
    {
        var token = CardToken.Create();

        Assert.Equal(token, CardToken.Parse(CardToken.Spell(token)));
        Assert.Equal("JK01" + new string('0', 24), CardToken.Parse("jkoi" + new string('o', 24)));
        Assert.All(
            [null, "", "JK", token + "0", "XX" + token[2..], token[..^1] + "U", new string('J', 5_000)],
            text => Assert.Null(CardToken.Parse(text))
        );
        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(_ => CardToken.Create()).Distinct().Count());
    }

    [Fact]
    public void QrCode_HasItsThreeCornersWithinAQuietZone()
    {
        var code = QrCode.Of(CardToken.Create());

        var runs = Run()
            .Matches(code.Path)
            .Select(run =>
                (X: int.Parse(run.Groups[1].ValueSpan), Y: int.Parse(run.Groups[2].ValueSpan), Length: int.Parse(run.Groups[3].ValueSpan))
            )
            .ToList();
        Assert.Contains((4, 4, 7), runs);
        Assert.Contains((code.Size - 11, 4, 7), runs);
        Assert.Contains((4, code.Size - 5, 7), runs);
        Assert.All(runs, run => Assert.True(run.X >= 4 && run.Y >= 4 && run.X + run.Length <= code.Size - 4 && run.Y < code.Size - 4));
    }

    private static async Task<int> IssueAsync(PanelScene scene, string query)
    {
        using var worker = await scene.App.HealthWorkerAsync(Some.Township);
        using var answer = await worker.PostAsync($"/api/households/{scene.HouseholdId}/members/2/health-card{query}", null);
        return (int)answer.StatusCode;
    }

    private static Task<Contract.Answer> CallAsync(PanelScene scene, string operation, int status, HttpClient? by = null) =>
        scene.CallAsync(operation, status, by: by, path: ("member", "2"));

    private static Task<Contract.Answer> ScanAsync(PanelScene scene, int status, string token, HttpClient? by = null) =>
        scene.CallAsync("HealthCards_Scan", status, new { token }, by);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1H\1z")]
    private static partial Regex Run();
}
