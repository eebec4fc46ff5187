using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;

namespace Alleviation.Tests.Changes;

/// <summary>How long rows are kept, and how many.</summary>
public sealed class RecentHouseholdsRulesTests
{
    private static readonly HouseholdId Household = Id(1);

    [Fact]
    public void AMinuteAfterAnotherProcessWasQuicker_WhatWasReadSinceIsUsedAgain()
    {
        var clock = new FakeTimeProvider();
        using var recent = new RecentHouseholds(clock);
        recent.Read(Household, Rows("old"));
        recent.Overtaken(Household, "old");
        recent.Read(Household, Rows("new"));
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Null(recent.Find(Household));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new ETag("new"), Assert.Single(recent.Find(Household)!).ETag);
    }

    [Fact]
    public void WhoeverIsQuickerInTheSameProcess_KeepsNobodyFromWhatIsThere()
    {
        using var recent = new RecentHouseholds(new FakeTimeProvider());
        recent.Read(Household, Rows("new"));
        recent.Overtaken(Household, "old");
        recent.Read(Household, Rows("new"));
        Assert.NotNull(recent.Find(Household));
    }

    [Fact]
    public void WhatWasReadBeforeACommit_DoesNotReplaceWhatCameAfter()
    {
        using var recent = new RecentHouseholds(new FakeTimeProvider());
        recent.Read(Household, Rows("new", version: 2));
        recent.Read(Household, Rows("old"));
        Assert.Equal(new ETag("new"), Assert.Single(recent.Find(Household)!).ETag);
    }

    [Fact]
    public void HoweverManyAreRead_NoMoreThanThirtyTwoMegabytesAreKept()
    {
        using var recent = new RecentHouseholds(new FakeTimeProvider());
        for (var number = 0; number < 100; number++)
        {
            recent.Read(Id(number), Rows("tag", bytes: 1 << 20));
        }
        Assert.InRange(Enumerable.Range(0, 100).Count(number => recent.Find(Id(number)) is not null), 1, 32);
    }

    private static HouseholdId Id(int number) => HouseholdId.OfFingerprint($"{number:x32}");

    private static TableEntity[] Rows(string tag, int version = 1, int bytes = 0) =>
        [
            new TableEntity("household", HouseholdRow.Key)
            {
                ["Version"] = version,
                ["Sealed"] = new byte[bytes],
                ETag = new ETag(tag),
            },
        ];
}
