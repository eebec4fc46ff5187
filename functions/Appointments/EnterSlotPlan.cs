using System.Globalization;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Appointments;

/// <summary>A plan of slots as a physician enters it, and as it is answered. Times as <c>08:30</c>, in China's time.</summary>
public sealed record EnterSlotPlan(IReadOnlyList<EnterWeekSpan>? Week = null, IReadOnlyList<DateOnly>? DaysOff = null, IReadOnlyList<EnterExtraSpan>? Extra = null)
{
    private const int MostSpans = 30;
    private const int MostDays = 100;

    public static EnterSlotPlan Of(SlotPlan plan) => new(
        [.. plan.Week.Select(one => new EnterWeekSpan(one.Weekday, TextOf(one.Span.From), TextOf(one.Span.To), one.Span.Minutes, one.Span.Place))],
        plan.DaysOff,
        [.. plan.Extra.Select(one => new EnterExtraSpan(one.On, TextOf(one.Span.From), TextOf(one.Span.To), one.Span.Minutes, one.Span.Place))]);

    /// <returns>Null with the findings, all at once.</returns>
    internal (SlotPlan? Plan, IReadOnlyList<FieldError> Errors) Check(int version)
    {
        var findings = new Findings();
        if (Week?.Count > MostSpans) { findings.Add("week", "too-many", MostSpans); }
        if (DaysOff?.Count > MostDays) { findings.Add("daysOff", "too-many", MostDays); }
        if (Extra?.Count > MostSpans) { findings.Add("extra", "too-many", MostSpans); }
        if (findings.Errors.Count > 0) { return (null, findings.Errors); }

        var week = (Week ?? []).Select((one, index) => WeekSpanOf(findings.In("week", index), one)).ToList();
        var extra = (Extra ?? []).Select((one, index) => ExtraSpanOf(findings.In("extra", index), one)).ToList();
        if (findings.Errors.Count > 0) { return (null, findings.Errors); }

        var plan = new SlotPlan([.. week.OfType<WeekSpan>()], [.. (DaysOff ?? []).Distinct().Order()], [.. extra.OfType<ExtraSpan>()], version);
        CheckOverlaps(findings, plan);
        return findings.Errors.Count > 0 ? (null, findings.Errors) : (plan, []);
    }

    private static void CheckOverlaps(Findings findings, SlotPlan plan)
    {
        for (var index = 0; index < plan.Week.Count; index++)
        {
            var one = plan.Week[index];
            if (plan.Week.Take(index).Any(other => other.Weekday == one.Weekday && other.Span.Overlaps(one.Span))) { findings.In("week", index).Add("from", "spans-overlap"); }
        }

        for (var index = 0; index < plan.Extra.Count; index++)
        {
            var one = plan.Extra[index];
            if (plan.SpansOn(one.On).Any(other => !ReferenceEquals(other, one.Span) && other.Overlaps(one.Span))) { findings.In("extra", index).Add("from", "spans-overlap"); }
        }
    }

    private static WeekSpan? WeekSpanOf(Findings findings, EnterWeekSpan given)
    {
        if (given.Weekday is not (>= 1 and <= 7)) { findings.Add("weekday", "weekday"); }
        return SpanCheck.Of(findings, given.From, given.To, given.Minutes, given.Place) is { } span ? new WeekSpan(given.Weekday ?? 0, span) : null;
    }

    private static ExtraSpan? ExtraSpanOf(Findings findings, EnterExtraSpan given)
    {
        if (given.On is null) { findings.Add("on", "required"); }
        return SpanCheck.Of(findings, given.From, given.To, given.Minutes, given.Place) is { } span ? new ExtraSpan(given.On ?? default, span) : null;
    }

    private static string TextOf(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <param name="Weekday">1 is Monday, 7 Sunday.</param>
public sealed record EnterWeekSpan(int? Weekday = null, string? From = null, string? To = null, int? Minutes = null, string? Place = null);

public sealed record EnterExtraSpan(DateOnly? On = null, string? From = null, string? To = null, int? Minutes = null, string? Place = null);
