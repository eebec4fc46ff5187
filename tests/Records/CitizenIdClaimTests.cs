using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Tests.Records;

/// <summary>Whose a citizen ID is: where two claim it, where it is added later, and where it was wrong.</summary>
public sealed class CitizenIdClaimTests
{
    [Fact]
    public async Task TwoWaitForHer_OneHasHer_TheOtherWaits_AndEachGoesOnByItself()
    {
        await using var scene = await MovingScene.StartAsync();
        var other = Some.Household(Some.Village, Some.Member(), Some.Member("1", "19780405", male: false));
        MovingScene.Members(other)[1]["idNumber"] = MovingScene.Members(scene.B)[MovingScene.InB - 1]["idNumber"];
        await scene.EntersBAsync();
        await scene.Worker.HasStatusAsync(scene.AtB, "needsReview");
        var atOther = await scene.Worker.EnrolsAsync(other);
        await scene.Worker.HasStatusAsync(atOther, "needsReview");
        var held = await scene.Worker.ListedAsync(scene.AtA);
        Assert.Equal("identityWanted", Assert.Single(held.GetProperty("problems").EnumerateArray()).GetProperty("code").GetString());

        await scene.LeavesAAsync();

        await Eventually.SeesAsync(
            async () =>
                new[]
                {
                    await scene.Worker.GetFromJsonAsync<JsonElement>(scene.AtB),
                    await scene.Worker.GetFromJsonAsync<JsonElement>(atOther),
                },
            both => both.Select(household => household.GetProperty("status").GetString()).Order().SequenceEqual(["listed", "needsReview"])
        );
        Assert.Empty((await scene.Worker.GetFromJsonAsync<JsonElement>(scene.AtA)).GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task CitizenIdIsAddedLater_BothRecordsAreOne()
    {
        await using var scene = await MovingScene.StartAsync();
        var her = MovingScene.Members(scene.B)[MovingScene.InB - 1];
        var idNumber = her["idNumber"];
        her.Remove("idNumber");
        (her["idMissingReason"], her["sex"], her["bornOn"]) = ("papersLost", "2", "1978-04-05");
        her["basicInformation"] = new { drugAllergies = new[] { "3" } };
        her["conditions"] = new[] { new { code = "E11", diagnosedOn = "2024-05-01" } };
        await scene.EntersBAsync();
        var second = (await scene.Worker.ListedAsync(scene.AtB)).RecordNumbers()[MovingScene.InB - 1]!;
        Assert.NotEqual(scene.Number, second);
        await scene.LeavesAAsync();
        her["idNumber"] = idNumber;
        her.Remove("idMissingReason");

        await scene.CorrectsAsync(scene.AtB, scene.B);

        var household = await scene.Worker.ListedAsync(scene.AtB);
        Assert.Equal(scene.Number, household.RecordNumbers()[MovingScene.InB - 1]);
        foreach (var number in new[] { scene.Number, second })
        {
            var record = await scene.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{number}");
            Assert.Equal(scene.Number, record.GetProperty("recordNumber").GetString());
            Assert.Equal(
                ["I10", "E11"],
                record.GetProperty("conditions").EnumerateArray().Select(condition => condition.GetProperty("code").GetString())
            );
            Assert.Equal(
                ["2", "3"],
                record.GetProperty("basicInformation").GetProperty("drugAllergies").EnumerateArray().Select(code => code.GetString())
            );
        }
    }

    [Fact]
    public async Task WrongCitizenIdIsCorrected_TheOwnerOfTheWrongOneInheritsNothing()
    {
        await using var scene = await MovingScene.StartAsync();
        MovingScene.Members(scene.A)[MovingScene.InA - 1]["idNumber"] = Some.IdNumber("19780405", male: false);
        await scene.CorrectsAsync(scene.AtA, scene.A);

        await scene.EntersBAsync();

        var listed = await scene.Worker.ListedAsync(scene.AtB);
        Assert.NotEqual(scene.Number, listed.RecordNumbers()[MovingScene.InB - 1]);
        Assert.Empty(listed.GetProperty("members")[MovingScene.InB - 1].GetProperty("conditions").EnumerateArray());
        Assert.Equal(scene.Number, (await scene.Worker.ListedAsync(scene.AtA)).RecordNumbers()[MovingScene.InA - 1]);
    }
}
