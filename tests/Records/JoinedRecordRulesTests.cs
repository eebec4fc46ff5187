using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using static Alleviation.Tests.Records.SomeRecord;

namespace Alleviation.Tests.Records;

/// <summary>Two records of one person become one.</summary>
public sealed class JoinedRecordRulesTests
{
    [Fact]
    public void PersonWhoBringsARecord_KeepsItsNumberAndWhatEitherSays()
    {
        const string Brought = "44140300110000007";
        var here = Opened with
        {
            OtherNumbers = ["44140200400100009"],
            BasicInformation = new BasicInformation { Abo = "1" },
            Conditions = [new Condition("I10", new DateOnly(2020, 1, 1)), new Condition("E11", null)],
            LatestReadings = [Systolic(150, At)],
            LastEntryAt = At,
        };
        var known = new HealthRecord(4, Brought, new DateOnly(2019, 3, 3))
        {
            OtherNumbers = ["44140300110000001", "44140200400100009"],
            BasicInformation = new BasicInformation { Rh = "2" },
            Conditions = [new Condition("I10", null), new Condition("J44", new DateOnly(2018, 1, 1))],
            LatestReadings = [Systolic(120, At.AddDays(1)), new Reading("weight", 60, "kg", At)],
            LastEntryAt = At.AddDays(1),
        };
        var joined = here.Joining(known, Brought);
        Assert.Equal((1, Brought, new DateOnly(2019, 3, 3)), (joined.Member, joined.Number, joined.OpenedOn));
        Assert.Equal(["44140300110000001", "44140200400100009", Number], joined.OtherNumbers);
        Assert.Equal(("1", "2"), (joined.BasicInformation.Abo, joined.BasicInformation.Rh));
        Assert.Equal(
            [new Condition("I10", new DateOnly(2020, 1, 1)), new Condition("J44", new DateOnly(2018, 1, 1)), new Condition("E11", null)],
            joined.Conditions
        );
        Assert.Equal(["systolic 120", "weight 60"], Readings(joined));
        var dated = known with { Conditions = [new Condition("I10", new DateOnly(2010, 1, 1)), new Condition("J44", null)] };
        Assert.Equal([.. dated.Conditions, new Condition("E11", null)], here.Joining(dated, Brought).Conditions);
        Assert.Equal(At.AddDays(1), joined.LastEntryAt);
        Assert.Equal(At, here.Joining(known with { LastEntryAt = At.AddDays(-1) }, Brought).LastEntryAt);
    }

    [Fact]
    public void PersonWhoBringsNothing_KeepsWhatIsHere()
    {
        var here = Opened with
        {
            BasicInformation = new BasicInformation { Abo = "1" },
            Conditions = [new Condition("I10", null)],
            LatestReadings = [Systolic(150, At)],
            LastEntryAt = At,
        };
        var joined = here.Joining(null, Number);
        Assert.Equal((Number, here.OpenedOn, "1", At), (joined.Number, joined.OpenedOn, joined.BasicInformation.Abo, joined.LastEntryAt));
        Assert.Empty(joined.OtherNumbers);
        Assert.Equal(here.Conditions, joined.Conditions);
        Assert.Equal(here.LatestReadings, joined.LatestReadings);
    }
}
