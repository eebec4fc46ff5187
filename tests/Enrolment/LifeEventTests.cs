using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Records;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Enrolment;

/// <summary>
/// What each event of life does to everything else. Household A is a man (member 1, head) and a woman with hypertension (member 2), who has
/// an appointment, a question, a referral, a conference and a plan; household B is a man and his son. What a cell says is explained beside
/// it.
/// </summary>
public sealed class LifeEventTests() : WithScene<MovingScene>(StartAsync)
{
    private static Task<MovingScene> StartAsync() =>
        MovingScene
            .StartAsync()
            .ThenAsync(async scene =>
            {
                MovingScene.Members(scene.B).RemoveAt(MovingScene.InB - 1);
                await scene.EntersBAsync();
                await scene.Worker.ListedAsync(scene.AtB);
                await scene.HasHistoryAsync();
                await Pipeline.SettledAsync(scene.App.Storage);
                return scene;
            });

    // record: the household that her number leads to. registry: what A's registration number finds: members present.
    // responsible: of A and B. worklist: the members with a line on the responsible physician's list. appointment: who holds the slot.
    // questions: open consultations, referrals and conferences. plan: hers. reminders: for the day of the slot. head: of A and B.
    // figures: households, members, sick of all.
    [Theory]
    [InlineData("nothing", "A", "2", "both", "A2", "A2", "3", "draft", "A2", "A1 B1", "2 4 1")]
    [InlineData("birth", "A", "3", "both", "A2", "A2", "3", "draft", "A2", "A1 B1", "2 5 1")]
    [InlineData("death", "A", "1", "both", "", "free", "0", "cancelled 死亡", "", "A1 B1", "2 3 0")]
    [InlineData("deathOfTheLast", "A", "0 ended", "B", "", "free", "0", "cancelled 死亡", "", "B1", "1 2 0")]
    [InlineData("deathOfTheHead", "A", "1", "both", "A2", "A2", "3", "draft", "A2", "A2 B1", "2 3 1")]
    [InlineData("leaves", "A", "1", "both", "", "free", "0", "cancelled 迁出", "", "A1 B1", "2 3 0")]
    [InlineData("joinsAnother", "B", "1", "both", "B3", "B3", "3", "draft", "B3", "A1 B1", "2 4 1")]
    [InlineData("splits", "C", "1", "both", "C1", "C1", "3", "draft", "C1", "A1 B1 C1", "3 4 1")]
    [InlineData("merges", "B", "0 ended", "B", "B3", "B3", "3", "draft", "B3", "B1", "1 4 1")]
    [InlineData("leavesTheRegion", "A", "0 ended", "B", "", "free", "0", "cancelled 迁出", "", "B1", "1 2 0")]
    [InlineData("movesToAnotherVillage", "A", "2", "both", "A2", "A2", "3", "draft", "A2", "A1 B1", "2 4 1")]
    [InlineData("headChanges", "A", "2", "both", "A2", "A2", "3", "draft", "A2", "A2 B1", "2 4 1")]
    [InlineData("enteredInError", "A", "1", "both", "", "free", "0", "cancelled 录入错误", "", "A1 B1", "2 3 0")]
    [InlineData("wrongRegistrationNumber", "C", "0 ended", "B", "C2", "C2", "3", "draft", "C2", "B1 C1", "2 4 1")]
    [InlineData("lifted", "A", "2", "both", "A2", "A2", "3", "draft", "A2", "A1 B1", "2 4 1")]
    [InlineData("watched", "A", "2", "both", "A2", "A2", "3", "draft", "A2", "A1 B1", "2 4 1")]
    [InlineData("fallenBack", "A", "2", "both", "A2", "A2", "3", "draft", "A2", "A1 B1", "2 4 1")]
    public async Task EventOfLife_ReachesEverything(
        string happened,
        string record,
        string registry,
        string responsible,
        string worklist,
        string appointment,
        string questions,
        string plan,
        string reminders,
        string head,
        string figures
    )
    {
        var atC = await LifeEvents.HappensAsync(Scene, happened);
        await Pipeline.SettledAsync(Scene.App.Storage);

        string[] expected = [record, registry, responsible, worklist, appointment, questions, plan, reminders, head, figures];
        Assert.Equal(expected, await LifeEventCells.OfAsync(Scene, atC));
    }

    [Fact]
    public async Task WhoDiedByMistake_HasAPlanAgain()
    {
        var atC = await LifeEvents.HappensAsync(Scene, "death");
        MovingScene.Members(Scene.A)[1].Remove("departure");
        await Scene.CorrectsAsync(Scene.AtA, Scene.A);

        Assert.Equal("draft", (await LifeEventCells.OfAsync(Scene, atC))[6]);
    }

    [Fact]
    public async Task Departure_TellsWhoseWorkWasOpen()
    {
        await LifeEvents.HappensAsync(Scene, "death");

        var entries = await Scene.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{Scene.Number}/entries");
        var departure = entries.GetProperty("items").EnumerateArray().Single(entry => entry.GetProperty("kind").GetString() == "departure");
        Assert.Equal("died", departure.GetProperty("facts").GetProperty("reason").GetString());
        var work = departure.GetProperty("facts").GetProperty("openWork").EnumerateArray().Select(kind => kind.GetString()).ToList();
        Assert.Contains($"referral:{MovingScene.Specialist}", work);
        Assert.Contains($"question:{MovingScene.Responsible}", work);
        Assert.Empty((await Scene.HouseholdAsync(Scene.AtA)).Tasks);
        Assert.Empty((await Scene.HouseholdAsync(Scene.AtA)).Guests);
    }
}
