using Alleviation.Functions.Changes;
using Alleviation.Functions.Platform.Messages;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.Reminders;

namespace Alleviation.Tests.Reminders;

public sealed class ReminderTextsTests
{
    private static readonly ReminderTexts Texts = new(new SeedFolder());
    private static readonly DateTimeOffset Moment = DateTimeOffset.Parse("2026-12-01T09:00:00+08:00", null);

    [Fact]
    public void EveryKind_HasItsWords_InBothLanguages() => Assert.Equal(Enum.GetValues<ReminderKind>(), Texts.All.Keys.Order());

    [Theory]
    [InlineData(Language.Chinese, "12月1日", "09:00")]
    [InlineData(Language.English, "1 December", "09:00")]
    public void DayAndTime_StandWhereTheTextHasThem(string language, string day, string time)
    {
        Assert.Contains(day, Texts.Of(ReminderKind.VisitTomorrow, language, Moment), StringComparison.Ordinal);
        var moved = Texts.Of(ReminderKind.AppointmentMoved, language, Moment.ToUniversalTime());
        Assert.Contains(day, moved, StringComparison.Ordinal);
        Assert.Contains(time, moved, StringComparison.Ordinal);
        Assert.All(
            Enum.GetValues<ReminderKind>(),
            kind => Assert.DoesNotContain("{", Texts.Of(kind, language, Moment), StringComparison.Ordinal)
        );
    }

    /// <summary>Whoever holds the phone may read it.</summary>
    [Fact]
    public void NoText_SaysAnythingOfHealth()
    {
        var codes = new CodeLists(new SeedFolder());
        var words = new[] { "conditions", "discipline" }
            .SelectMany(list => codes.All(list).Values)
            .SelectMany(label => new[] { label.Chinese, label.English })
            .ToList();
        Assert.NotEmpty(words);
        Assert.All(
            Texts.All.Values.SelectMany(text => new[] { text.Chinese, text.English }),
            text => Assert.DoesNotContain(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
        );
    }
}
