using System.Text.Json;
using Alleviation.Functions.Records;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Households;
using static Alleviation.Tests.Records.SomeRecord;

namespace Alleviation.Tests.Records;

/// <summary>What an entry makes of a record, and how the records of one person become one.</summary>
public sealed class HealthRecordRulesTests
{
    [Fact]
    public void NewestReadingOfEachKind_Stands_HoweverLateAnotherIsSent()
    {
        var record = Opened.With(Entry(At, Systolic(150, At), new Reading("fastingGlucose", 6, "mmol/L", At)));
        Assert.Equal(["fastingGlucose 6", "systolic 150"], Readings(record));
        Assert.Equal(["fastingGlucose 6", "systolic 140"], Readings(record.With(Entry(At.AddDays(1), Systolic(140, At.AddDays(1))))));
        Assert.Equal(["fastingGlucose 6", "systolic 150"], Readings(record.With(Entry(At.AddDays(-1), Systolic(130, At.AddDays(-1))))));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void LastEntry_IsTheNewest(int days, int expected) =>
        Assert.Equal(At.AddDays(expected), Opened.With(Entry(At)).With(Entry(At.AddDays(days))).LastEntryAt);

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
        Assert.All(keys, entryKey => Assert.True(Functions.Records.Entry.StoredAs.AllPastOf(1).Contains(entryKey), entryKey));
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
        var record = Opened.With(Told(At, "1")).With(Told(At.AddDays(days), "2")).With(Entry(At.AddDays(3)));
        Assert.Equal(expected, record.LastAdherence?.Value.GetString());
        Assert.Equal(expected, (Opened with { LastAdherence = null }).Joining(record, Number).LastAdherence?.Value.GetString());
        Assert.Equal(expected, record.Joining(Opened, Number).LastAdherence?.Value.GetString());
        Assert.Null(Opened.With(Entry(At)).LastAdherence);
    }

    [Fact]
    public void NewEntry_ChangesTheRecord_AndTheSummaryOfItsMemberAlone()
    {
        var household = SomeHousehold.Of(SomePlan.Member("I10"), SomePlan.Member() with { Number = 2 });
        var partition = SomeHousehold.With(household, HealthRecord.StoredAs.Of(1).Put(Opened));
        var contract = Entry(At) with { Kind = "contract" };
        var entered = NewEntry.In(partition, household, Entry(At, Systolic(150, At)));
        Assert.Equal((At, At), (entered.Household.Members[0].LastEntryAt, entered.Household.Members[0].LastCareAt));
        Assert.Equal(household.Members[1], entered.Household.Members[1]);
        Assert.Equal(["systolic 150"], Readings(entered.Changes.Put(HealthRecord.StoredAs.Of(1))!));
        Assert.Equal(["0:entry:01:251606905199999:visit:a", "1:record:01"], entered.Changes.Select(change => change.Key));
        Assert.Equal(DateTimeOffset.MinValue, NewEntry.In(partition, household, contract).Household.Members[0].LastCareAt);
    }

    private static Entry Entry(DateTimeOffset at, params Reading[] readings) => new(1, at, "visit", "a", "worker") { Readings = readings };

    private static Entry Told(DateTimeOffset at, string adherence) =>
        Entry(at) with
        {
            Facts = new Dictionary<string, JsonElement> { ["answers"] = JsonSerializer.SerializeToElement(new { adherence }) },
        };
}
