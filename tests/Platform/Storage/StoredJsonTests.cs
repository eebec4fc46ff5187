using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Tests.Platform.Storage;

public sealed class StoredJsonTests
{
    /// <summary>
    /// A list that follows from what is stored would be stored a second time, and a large household would not fit its row.
    /// </summary>
    [Fact]
    public void WhatFollowsFromTheRest_IsNotStored() =>
        Assert.Equal("""{"name":"陈","items":[1,2],"note":"x"}""", StoredJson.Write(new Stored("陈", [1, 2]) { Note = "x" }));

    /// <summary>A number is the same however it is written: 5 and 5.0 milligrams are one dose.</summary>
    [Fact]
    public void Same_IsByItemsAndByValue()
    {
        Assert.True(StoredJson.IsSame(new Dosed(5m, [1m]), new Dosed(5.0m, [1.00m])));
        Assert.False(StoredJson.IsSame(new Dosed(5m, [1m]), new Dosed(5.1m, [1m])));
        Assert.False(StoredJson.IsSame(new Dosed(5m, [1m, 2m]), new Dosed(5m, [2m, 1m])));
    }

    private sealed record Dosed(decimal Amount, IReadOnlyList<decimal> Others);

    private sealed record Stored(string Name, IReadOnlyList<int> Items)
    {
        public string? Note { get; init; }

        public int Count => Items.Count;

        public IEnumerable<int> Even => Items.Where(item => item % 2 == 0);

        public IReadOnlyList<int> Odd => [.. Items.Where(item => item % 2 == 1)];

        public Stored? Other => Items.Count > 1 ? new Stored(Name, [1]) : null;
    }
}
