using Alleviation.Functions.Households;

namespace Alleviation.Tests.Households;

/// <summary>What of a contract's promise is due by a day and was given, at the limits.</summary>
public sealed class ContractLedgerRulesTests
{
    private static readonly CountedEntry FaceToFace = new("visit", "hypertension", ["1", "2"]);
    private static readonly ContractLedger AllYear = Of(new DateOnly(2025, 12, 20), perYear: 4, 1);

    [Theory]
    // Four quarters of 365 days: the first is due at the end of day 92, the last on the last day.
    [InlineData("2026-01-01", 0)]
    [InlineData("2026-04-01", 0)]
    [InlineData("2026-04-02", 1)]
    [InlineData("2026-07-01", 1)]
    [InlineData("2026-07-02", 2)]
    [InlineData("2026-12-30", 3)]
    [InlineData("2026-12-31", 4)]
    [InlineData("2025-12-31", 0)]
    public void Promise_IsSpreadOverTheYear(string day, int due) => Assert.Equal((due, 0), AllYear.By(Day(day), Stays));

    [Theory]
    // Signed on 2 October, with 91 days to go: one is due after each 23 of them.
    [InlineData("2026-10-01", 0)]
    [InlineData("2026-10-23", 0)]
    [InlineData("2026-10-24", 1)]
    [InlineData("2026-12-31", 4)]
    public void SignedLate_TheSameIsDueInTheTimeThatIsLeft(string day, int due) =>
        Assert.Equal(due, Of(new DateOnly(2026, 10, 2), perYear: 4, 1).By(Day(day), Stays).Due);

    [Fact]
    public void Given_IsAtMostWhatIsDue_AndNothingOfTheTimeAfterTheDay()
    {
        var ledger = Visited(AllYear, "2026-01-10", "2026-02-10", "2026-08-10");

        Assert.Equal((1, 1), ledger.By(Day("2026-04-02"), Stays));
        Assert.Equal((2, 2), ledger.By(Day("2026-07-02"), Stays));
        Assert.Equal((2, 2), ledger.By(Day("2026-08-10"), Stays));
        Assert.Equal((4, 3), ledger.By(Day("2026-12-31"), Stays));
    }

    [Fact]
    public void InWhateverOrder_AndHoweverOften_EntriesArrive_TheLedgerIsTheSame()
    {
        string[] days = ["2026-11-02", "2026-01-10", "2026-05-05", "2026-08-10", "2026-03-01", "2026-05-06"];
        var inOrder = Visited(AllYear, [.. days.Order(StringComparer.Ordinal)]);
        var redelivered = Visited(AllYear, [.. days, .. days.Reverse()]);

        Assert.Equal(Days(inOrder), Days(redelivered));
        // More than was promised makes up for nothing, and is not kept.
        Assert.Equal([10, 60, 125, 126], Days(inOrder));
    }

    [Fact]
    public void WhatDoesNotCount_ChangesNothing()
    {
        Assert.Same(AllYear, AllYear.With(1, Day("2026-05-05"), "visit", "hypertension", "3"));
        Assert.Same(AllYear, AllYear.With(1, Day("2026-05-05"), "visit", "hypertension", null));
        Assert.Same(AllYear, AllYear.With(1, Day("2026-05-05"), "visit", "type2Diabetes", "1"));
        Assert.Same(AllYear, AllYear.With(1, Day("2026-05-05"), "result", "hypertension", "1"));
        Assert.Same(AllYear, AllYear.With(1, Day("2025-12-31"), "visit", "hypertension", "1"));
        Assert.Same(AllYear, AllYear.With(1, Day("2027-01-01"), "visit", "hypertension", "1"));
        Assert.Empty(Days(AllYear.With(2, Day("2026-05-05"), "visit", "hypertension", "1")));
    }

    [Fact]
    public void WhoHasLeft_IsOwedNothingThatWouldFallDueLater() =>
        Assert.Equal((1, 0), AllYear.By(Day("2026-12-31"), _ => Day("2026-04-02")));

    [Fact]
    public void OfSeveralMembers_EachCounts()
    {
        var ledger = Of(new DateOnly(2025, 12, 20), perYear: 1, 1, 2).With(2, Day("2026-05-05"), "visit", "hypertension", "1");

        Assert.Equal((2, 1), ledger.By(Day("2026-12-31"), Stays));
    }

    private static ContractLedger Of(DateOnly signedOn, int perYear, params int[] members) =>
        new(
            2026,
            signedOn,
            [new ServiceLedger("visits", perYear, [FaceToFace], [.. members.Select(member => new MemberDays(member, []))])]
        );

    private static ContractLedger Visited(ContractLedger ledger, params string[] days) =>
        days.Aggregate(ledger, (known, day) => known.With(1, Day(day), "visit", "hypertension", "2"));

    private static IEnumerable<int> Days(ContractLedger ledger) => ledger.Services[0].Given[0].Days;

    private static DateOnly? Stays(int member) => null;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
