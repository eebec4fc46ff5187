using Alleviation.Functions.Physicians;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Physicians;

public sealed class KeepPhysicianTests
{
    private const string Id = "P441402004-01";

    [Fact]
    public async Task PhoneThatIsLeftOut_Stays()
    {
        await using var app = await AppUnderTest.StartAsync();
        var keep = app.Get<SavePhysicianHandler>();
        var physician = new PhysicianRequest(Id, "医师", ["generalPractice"], Some.Township, "示范医院", 500, "0753-2220000");
        await keep.HandleAsync(physician, version: null, CancellationToken.None);

        var result = await keep.HandleAsync(
            physician with
            {
                Organisation = "示范卫生院",
                Phone = null,
            },
            version: null,
            CancellationToken.None
        );

        Assert.Equal(
            (SavePhysicianOutcome.Changed, "示范卫生院", "0753-2220000"),
            (result.Outcome, result.Physician!.Organisation, result.Physician.Phone)
        );
    }

    [Fact]
    public async Task TitleThatIsLeftOut_Stays_AndAnEmptyOneTakesItAway()
    {
        await using var app = await AppUnderTest.StartAsync();
        var keep = app.Get<SavePhysicianHandler>();
        var physician = new PhysicianRequest(
            Id,
            "医师",
            ["generalPractice"],
            Some.Township,
            "示范医院",
            500,
            null,
            Title: "chiefPhysician"
        );
        await keep.HandleAsync(physician, version: null, CancellationToken.None);

        var stays = await keep.HandleAsync(physician with { Title = null }, version: null, CancellationToken.None);
        var goes = await keep.HandleAsync(physician with { Title = "" }, version: null, CancellationToken.None);

        Assert.Equal((SavePhysicianOutcome.Unchanged, "chiefPhysician"), (stays.Outcome, stays.Physician!.Title));
        Assert.Equal(SavePhysicianOutcome.Changed, goes.Outcome);
        Assert.Null((await app.Get<Roster>().FindAsync(Id, CancellationToken.None))!.Title);
    }
}
