using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alleviation.Functions.Households;

/// <summary>
/// What became of a member's follow-ups by one form, as coverage counts it: how many were due and how many of them were done in time, by
/// the month in which that was settled. A follow-up is settled by the visit that comes in time, or by its day passing.
/// </summary>
/// <param name="LastOn">Of the newest visit by the form.</param>
/// <param name="InControl">What that visit found.</param>
/// <param name="Months">At most 13, oldest first, only those in which something was settled.</param>
public sealed record FollowUpLedger(string Form, DateOnly LastOn, bool InControl, IReadOnlyList<LedgerMonth> Months)
{
    /// <summary>There is no reason for these follow-ups any more, or there never was: coverage does not count them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Void { get; init; }

    /// <summary>
    /// The numbers of the newest visit that the form's rules look at, by field; null in what was stored before they were kept here.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, decimal>? Values { get; init; }

    /// <summary>How many months are kept, the current one included: coverage shows fulfilment for twelve.</summary>
    public const int MonthsKept = 13;

    /// <summary>The months with those of a visit added, or taken away again; months that coverage shows no longer are dropped.</summary>
    public static IReadOnlyList<LedgerMonth> Add(IReadOnlyList<LedgerMonth> months, IEnumerable<LedgerMonth> more, DateOnly today) =>
        [
            .. months
                .Concat(more)
                .GroupBy(month => month.Month)
                .Select(same => new LedgerMonth(same.Key, same.Sum(month => month.Due), same.Sum(month => month.OnTime)))
                .Where(month => (month.Due, month.OnTime) != (0, 0) && month.Month > LedgerMonth.Of(today) - MonthsKept)
                .OrderBy(month => month.Month),
        ];

    /// <summary>
    /// What a visit settles: itself where it is in time; else every follow-up of the schedule whose day passed before it.
    /// </summary>
    public static IEnumerable<LedgerMonth> Settled(DateOnly dueOn, int everyDays, DateOnly visitedOn) =>
        visitedOn <= dueOn ? [new LedgerMonth(LedgerMonth.Of(visitedOn), 1, 1)] : Missed(dueOn, everyDays, visitedOn);

    /// <summary>
    /// The follow-ups whose day has passed before a day, from one that was due on: itself, and one more for each interval.
    /// </summary>
    public static IEnumerable<LedgerMonth> Missed(DateOnly dueOn, int everyDays, DateOnly before)
    {
        for (var due = dueOn; due < before; due = due.AddDays(everyDays))
        {
            yield return new LedgerMonth(LedgerMonth.Of(due), 1, 0);
            if (everyDays <= 0)
            {
                break;
            }
        }
    }
}

/// <summary>Of a month: follow-ups due, and those of them done in time.</summary>
/// <param name="Month">Months since the year 0, so that the next month is one more.</param>
[JsonConverter(typeof(LedgerMonthJson))]
public readonly record struct LedgerMonth(int Month, int Due, int OnTime)
{
    public static int Of(DateOnly day) => (day.Year * 12) + day.Month - 1;
}

/// <summary>Short, for a header holds up to thirty members: <c>24323:2/1</c>.</summary>
public sealed class LedgerMonthJson : JsonConverter<LedgerMonth>
{
    public override LedgerMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = (reader.GetString() ?? "").Split(':', '/');
        return parts.Length == 3
            ? new LedgerMonth(Number(parts[0]), Number(parts[1]), Number(parts[2]))
            : throw new JsonException("Not a month of a ledger.");
    }

    public override void Write(Utf8JsonWriter writer, LedgerMonth value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Month}:{value.Due}/{value.OnTime}"));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
