using System.Globalization;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Platform.Messages;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Reminders;

/// <summary>
/// What families are told: seeds/reminders. Whoever holds the phone may read it: the texts name nobody, no illness and no discipline. They
/// know the day and the time of day and nothing else.
/// </summary>
public sealed class ReminderTexts(SeedFolder seeds)
{
    private const string Date = "{date}";
    private const string Time = "{time}";

    public IReadOnlyDictionary<ReminderKind, Label> All { get; } = seeds.Read<Dictionary<ReminderKind, Label>>("reminders", "texts");

    /// <param name="at">What it is about, where that has a time.</param>
    public string Of(ReminderKind kind, string language, DateTimeOffset? at)
    {
        var isEnglish = language is Language.English;
        var text = isEnglish ? All[kind].English : All[kind].Chinese;
        if (at is not { } moment)
        {
            return text;
        }
        var local = moment.ToOffset(ChinaTime.Offset);
        return text.Replace(Date, local.ToString(isEnglish ? "d MMMM" : "M月d日", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(Time, local.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
