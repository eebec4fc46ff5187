using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.Records;

/// <summary>What an entry makes of a record, and how the records of one person become one.</summary>
public sealed class HealthRecordRulesTests
{
    private const string Number = "44140200400100001";
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    private static readonly HealthRecord Record = new(1, Number, new DateOnly(2026, 1, 5));

    [Fact]
    public void NewestReadingOfEachKind_Stands_HoweverLateAnotherIsSent()
    {
        var record = Record.With(Entry(At, Systolic(150, At), new Reading("fastingGlucose", 6, "mmol/L", At)));
        Assert.Equal(["fastingGlucose 6", "systolic 150"], Readings(record));

        Assert.Equal(["fastingGlucose 6", "systolic 140"], Readings(record.With(Entry(At.AddDays(1), Systolic(140, At.AddDays(1))))));
        Assert.Equal(["fastingGlucose 6", "systolic 150"], Readings(record.With(Entry(At.AddDays(-1), Systolic(130, At.AddDays(-1))))));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void LastEntry_IsTheNewest(int days, int expected) =>
        Assert.Equal(At.AddDays(expected), Record.With(Entry(At)).With(Entry(At.AddDays(days))).LastEntryAt);

    [Theory]
    [InlineData("visit", null, true)]
    [InlineData("contract", null, false)]
    [InlineData("appointment", "kept", true)]
    [InlineData("appointment", "made", false)]
    [InlineData("appointment", null, false)]
    public void Entry_TellsOfCare_OrOnlyOfWhatWasArranged(string kind, string? step, bool isCare)
    {
        var facts = new Dictionary<string, JsonElement>();
        if (step is not null)
        {
            facts["step"] = JsonSerializer.SerializeToElement(step);
        }

        Assert.Equal(isCare, new Entry(1, At, kind, "a", "worker") { Facts = facts }.IsCare);
    }

    [Fact]
    public void EntriesOfAMember_StandNewestFirst_AndThoseOfAMomentByWhatTheyAre()
    {
        var key = Entry(At).Put().Key;

        Assert.Equal("0:entry:01:251606905199999:visit:a", key);
        DateTimeOffset[] moments = [At.AddYears(70), At.AddDays(1), At.AddMilliseconds(1), At, At.AddMilliseconds(-1), At.AddYears(-120)];
        var keys = moments.SelectMany(at => new[] { Entry(at), Entry(at) with { Id = "b" } }).Select(entry => entry.Put().Key).ToList();
        Assert.Equal(keys, keys.Order(StringComparer.Ordinal));
        Assert.All(keys, one => Assert.True(Functions.Records.Entry.StoredAs.AllPastOf(1).Contains(one), one));
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(-1, 1, true)]
    [InlineData(-1, 0, false)]
    [InlineData(1, 2, false)]
    public void EntriesBetween_AreFromTheFirstMoment_AndBeforeTheLast(int from, int before, bool isAmong)
    {
        var range = Functions.Records.Entry.Between(1, At.AddMilliseconds(from), At.AddMilliseconds(before));

        Assert.Equal(isAmong, range.Contains(Entry(At).Put().Key));
        Assert.Equal(isAmong, range.Contains((Entry(At) with { Kind = "zzz", Id = "z" }).Put().Key));
    }

    [Theory]
    [InlineData(-1, "1")]
    [InlineData(0, "1")]
    [InlineData(1, "2")]
    public void LastAdherence_IsThatOfTheNewestEntryThatTellsIt(int days, string expected)
    {
        var record = Record.With(Told(At, "1")).With(Told(At.AddDays(days), "2")).With(Entry(At.AddDays(3)));

        Assert.Equal(expected, record.LastAdherence?.Value.GetString());
        Assert.Equal(expected, (Record with { LastAdherence = null }).Joining(record, Number).LastAdherence?.Value.GetString());
        Assert.Equal(expected, record.Joining(Record, Number).LastAdherence?.Value.GetString());
        Assert.Null(Record.With(Entry(At)).LastAdherence);
    }

    [Fact]
    public void NewEntry_ChangesTheRecord_AndTheSummaryOfItsMemberAlone()
    {
        var household = SomeHousehold.Of(SomePlan.Member("I10"), SomePlan.Member() with { Number = 2 });
        var partition = SomeHousehold.With(household, HealthRecord.StoredAs.Of(1).Put(Record));
        var contract = Entry(At) with { Kind = "contract" };

        var entered = NewEntry.In(partition, household, Entry(At, Systolic(150, At)));

        Assert.Equal((At, At), (entered.Household.Members[0].LastEntryAt, entered.Household.Members[0].LastCareAt));
        Assert.Equal(household.Members[1], entered.Household.Members[1]);
        Assert.Equal(["systolic 150"], Readings(entered.Changes.Put(HealthRecord.StoredAs.Of(1))!));
        Assert.Equal(["0:entry:01:251606905199999:visit:a", "1:record:01"], entered.Changes.Select(change => change.Key));
        Assert.Equal(DateTimeOffset.MinValue, NewEntry.In(partition, household, contract).Household.Members[0].LastCareAt);
    }

    [Fact]
    public void PersonWhoBringsARecord_KeepsItsNumberAndWhatEitherSays()
    {
        const string brought = "44140300110000007";
        var here = Record with
        {
            OtherNumbers = ["44140200400100009"],
            BasicInformation = new BasicInformation { Abo = "1" },
            Conditions = [new Condition("I10", new DateOnly(2020, 1, 1)), new Condition("E11", null)],
            LatestReadings = [Systolic(150, At)],
            LastEntryAt = At,
        };
        var known = new HealthRecord(4, brought, new DateOnly(2019, 3, 3))
        {
            OtherNumbers = ["44140300110000001", "44140200400100009"],
            BasicInformation = new BasicInformation { Rh = "2" },
            Conditions = [new Condition("I10", null), new Condition("J44", new DateOnly(2018, 1, 1))],
            LatestReadings = [Systolic(120, At.AddDays(1)), new Reading("weight", 60, "kg", At)],
            LastEntryAt = At.AddDays(1),
        };

        var one = here.Joining(known, brought);

        Assert.Equal((1, brought, new DateOnly(2019, 3, 3)), (one.Member, one.Number, one.OpenedOn));
        Assert.Equal(["44140300110000001", "44140200400100009", Number], one.OtherNumbers);
        Assert.Equal(("1", "2"), (one.BasicInformation.Abo, one.BasicInformation.Rh));
        Assert.Equal(
            [new Condition("I10", new DateOnly(2020, 1, 1)), new Condition("J44", new DateOnly(2018, 1, 1)), new Condition("E11", null)],
            one.Conditions
        );
        Assert.Equal(["systolic 120", "weight 60"], Readings(one));
        var dated = known with { Conditions = [new Condition("I10", new DateOnly(2010, 1, 1)), new Condition("J44", null)] };
        Assert.Equal([.. dated.Conditions, new Condition("E11", null)], here.Joining(dated, brought).Conditions);
        Assert.Equal(At.AddDays(1), one.LastEntryAt);
        Assert.Equal(At, here.Joining(known with { LastEntryAt = At.AddDays(-1) }, brought).LastEntryAt);
    }

    [Fact]
    public void PersonWhoBringsNothing_KeepsWhatIsHere()
    {
        var here = Record with
        {
            BasicInformation = new BasicInformation { Abo = "1" },
            Conditions = [new Condition("I10", null)],
            LatestReadings = [Systolic(150, At)],
            LastEntryAt = At,
        };

        var one = here.Joining(null, Number);

        Assert.Equal((Number, here.OpenedOn, "1", At), (one.Number, one.OpenedOn, one.BasicInformation.Abo, one.LastEntryAt));
        Assert.Empty(one.OtherNumbers);
        Assert.Equal(here.Conditions, one.Conditions);
        Assert.Equal(here.LatestReadings, one.LatestReadings);
    }

    private static Entry Entry(DateTimeOffset at, params Reading[] readings) => new(1, at, "visit", "a", "worker") { Readings = readings };

    private static Entry Told(DateTimeOffset at, string adherence) =>
        Entry(at) with
        {
            Facts = new Dictionary<string, JsonElement> { ["answers"] = JsonSerializer.SerializeToElement(new { adherence }) },
        };

    private static Reading Systolic(decimal value, DateTimeOffset at) => new("systolic", value, "mmHg", at);

    private static IEnumerable<string> Readings(HealthRecord record) =>
        record.LatestReadings.Select(reading => FormattableString.Invariant($"{reading.Code} {reading.Value}"));
}
