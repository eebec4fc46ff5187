using Alleviation.Functions.Reminders;

namespace Alleviation.Tests.Reminders;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("2026-11-23T19:59:59+08:00", null)]
    [InlineData("2026-11-23T20:00:00+08:00", "12:00:00")]
    [InlineData("2026-11-23T23:30:00+08:00", "08:30:00")]
    [InlineData("2026-11-24T00:00:00+08:00", "08:00:00")]
    [InlineData("2026-11-24T07:59:00+08:00", "00:01:00")]
    [InlineData("2026-11-24T08:00:00+08:00", null)]
    [InlineData("2026-11-23T13:00:00Z", "11:00:00")]
    public void TheNightIsQuiet_InChina(string moment, string? left) =>
        Assert.Equal(
            left is null ? null : TimeSpan.Parse(left, null),
            new QuietHours(new(20, 0), new(8, 0)).LeftAt(DateTimeOffset.Parse(moment, null))
        );

    [Theory]
    [InlineData("2026-11-23T12:00:00+08:00", "02:00:00")]
    [InlineData("2026-11-23T14:00:00+08:00", null)]
    [InlineData("2026-11-23T03:00:00+08:00", null)]
    public void QuietByDay(string moment, string? left) =>
        Assert.Equal(
            left is null ? null : TimeSpan.Parse(left, null),
            new QuietHours(new(12, 0), new(14, 0)).LeftAt(DateTimeOffset.Parse(moment, null))
        );

    [Fact]
    public void TheSameTimeTwice_IsNoQuiet() =>
        Assert.Null(new QuietHours(new(8, 0), new(8, 0)).LeftAt(DateTimeOffset.Parse("2026-11-23T08:00:00+08:00", null)));
}
