using Alleviation.Functions.Appointments;

namespace Alleviation.Tests.Appointments;

public sealed class SlotPlanTests
{
    private static readonly DateOnly Tuesday = new(2026, 12, 1);
    private static readonly SlotSpan Morning = new(new TimeOnly(8, 30), new TimeOnly(9, 40), 20, "203");
    private static readonly SlotPlan Plan = new([new WeekSpan(2, Morning), new WeekSpan(7, Morning)], [new DateOnly(2026, 12, 8)], [], 1);

    [Fact]
    public void Slots_FillTheHours_AndWhatIsLeftAtTheEndIsTooShort() =>
        Assert.Equal(["00:30", "00:50", "01:10"], Plan.On(Tuesday).Select(slot => slot.Start.ToString("HH:mm", null)));

    [Fact]
    public void Sunday_IsTheSeventhDay() =>
        Assert.Equal([0, 3], new[] { new DateOnly(2026, 12, 5), new DateOnly(2026, 12, 6) }.Select(day => Plan.On(day).Count));

    [Fact]
    public void DayOff_HasOnlyItsExtraHours()
    {
        Assert.Empty(Plan.On(new DateOnly(2026, 12, 8)));
        var extra = Plan with { Extra = [new ExtraSpan(new DateOnly(2026, 12, 8), Morning with { Minutes = 70 })] };
        Assert.Single(extra.On(new DateOnly(2026, 12, 8)));
    }

    [Fact]
    public void Hours_UpToMidnight_DoNotGoRound()
    {
        var late = new SlotPlan([new WeekSpan(2, new SlotSpan(new TimeOnly(23, 0), new TimeOnly(23, 59), 29, "视频"))], [], [], 1);
        Assert.Equal(2, late.On(Tuesday).Count);
    }

    [Fact]
    public void SlotOfANewPlan_AcrossABookingOfAnOlder_IsTaken()
    {
        Assert.True(Functions.Households.HouseholdId.TryParse($"00-{new string('0', 30)}", out var household));
        var booked = new SlotClaim("P441402-01", At(0, 40), 15, "203", "1", household, 1, At(0, 0), "测试");

        var slots = ListSlotsHandler.Of(Plan, [booked], Tuesday, 1, new HashSet<SlotClaim>(), At(0, 0));

        Assert.Equal(
            [(At(0, 30), true, true), (At(0, 40), true, false), (At(0, 50), true, true), (At(1, 10), false, true)],
            slots.Select(slot => (slot.Start, slot.IsTaken, slot.IsPlanned))
        );
        Assert.All(slots, slot => Assert.Null(slot.Booking));
    }

    [Theory]
    [InlineData("08:30", "08:30", 10, "to")]
    [InlineData("8:30", "09:30", 10, "from")]
    [InlineData("08:30", "24:00", 10, "to")]
    [InlineData("08:30", "09:30", 4, "minutes")]
    [InlineData("08:30", "09:30", 241, "minutes")]
    public void WrongHours_AreRefusedAtTheirField(string from, string to, int minutes, string field)
    {
        var (_, errors) = new SlotPlanRequest([new WeekSpanRequest(1, from, to, minutes, "203")]).Check(1);
        Assert.Equal($"week[0].{field}", Assert.Single(errors).Field);
    }

    [Fact]
    public void HoursThatOverlap_AreRefused_AndThoseThatMeetAreNot()
    {
        var (_, errors) = new SlotPlanRequest(
            [
                new WeekSpanRequest(2, "08:00", "09:00", 10, "一"),
                new WeekSpanRequest(2, "09:00", "10:00", 10, "一"),
                new WeekSpanRequest(2, "08:55", "09:05", 5, "一"),
            ],
            Extra:
            [
                new ExtraSpanRequest(Tuesday, "09:30", "11:00", 10, "一"),
                new ExtraSpanRequest(Tuesday.AddDays(1), "09:30", "11:00", 10, "一"),
            ]
        ).Check(1);
        Assert.Equal(["week[2].from", "extra[0].from"], errors.Select(error => error.Field));
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 12, 1, hour, minute, 0, TimeSpan.Zero);
}
