using System.Globalization;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Appointments;

/// <summary>A plan of slots as a physician enters it, and as it is answered. Times as <c>08:30</c>, in China's time.</summary>
public sealed record SlotPlanRequest(
    IReadOnlyList<WeekSpanRequest>? Week = null,
    IReadOnlyList<DateOnly>? DaysOff = null,
    IReadOnlyList<ExtraSpanRequest>? Extra = null
)
{
    private const int MaxSpans = 30;
    private const int MaxDays = 100;

    public static SlotPlanRequest Of(SlotPlan plan) =>
        new(
            [
                .. plan.Week.Select(one => new WeekSpanRequest(
                    one.Weekday,
                    TextOf(one.Span.From),
                    TextOf(one.Span.To),
                    one.Span.Minutes,
                    one.Span.Place
                )),
            ],
            plan.DaysOff,
            [
                .. plan.Extra.Select(one => new ExtraSpanRequest(
                    one.On,
                    TextOf(one.Span.From),
                    TextOf(one.Span.To),
                    one.Span.Minutes,
                    one.Span.Place
                )),
            ]
        );

    /// <returns>Null with the errors, all at once.</returns>
    internal (SlotPlan? Plan, IReadOnlyList<FieldError> Errors) Check(int version)
    {
        var validationErrors = new ValidationErrors();
        if (Week?.Count > MaxSpans)
        {
            validationErrors.Add("week", "too-many", MaxSpans);
        }
        if (DaysOff?.Count > MaxDays)
        {
            validationErrors.Add("daysOff", "too-many", MaxDays);
        }
        if (Extra?.Count > MaxSpans)
        {
            validationErrors.Add("extra", "too-many", MaxSpans);
        }
        if (validationErrors.Errors.Count > 0)
        {
            return (null, validationErrors.Errors);
        }

        var week = (Week ?? []).Select((one, index) => WeekSpanOf(validationErrors.In("week", index), one)).ToList();
        var extra = (Extra ?? []).Select((one, index) => ExtraSpanOf(validationErrors.In("extra", index), one)).ToList();
        if (validationErrors.Errors.Count > 0)
        {
            return (null, validationErrors.Errors);
        }

        var plan = new SlotPlan(
            [.. week.OfType<WeekSpan>()],
            [.. (DaysOff ?? []).Distinct().Order()],
            [.. extra.OfType<ExtraSpan>()],
            version
        );
        CheckOverlaps(validationErrors, plan);
        return validationErrors.Errors.Count > 0 ? (null, validationErrors.Errors) : (plan, []);
    }

    private static void CheckOverlaps(ValidationErrors validationErrors, SlotPlan plan)
    {
        for (var index = 0; index < plan.Week.Count; index++)
        {
            var one = plan.Week[index];
            if (plan.Week.Take(index).Any(other => other.Weekday == one.Weekday && other.Span.Overlaps(one.Span)))
            {
                validationErrors.In("week", index).Add("from", "spans-overlap");
            }
        }

        for (var index = 0; index < plan.Extra.Count; index++)
        {
            var one = plan.Extra[index];
            if (plan.SpansOn(one.On).Any(other => !ReferenceEquals(other, one.Span) && other.Overlaps(one.Span)))
            {
                validationErrors.In("extra", index).Add("from", "spans-overlap");
            }
        }
    }

    private static WeekSpan? WeekSpanOf(ValidationErrors validationErrors, WeekSpanRequest given)
    {
        if (given.Weekday is not (>= 1 and <= 7))
        {
            validationErrors.Add("weekday", "weekday");
        }
        return SpanCheck.Of(validationErrors, given.From, given.To, given.Minutes, given.Place) is { } span
            ? new WeekSpan(given.Weekday ?? 0, span)
            : null;
    }

    private static ExtraSpan? ExtraSpanOf(ValidationErrors validationErrors, ExtraSpanRequest given)
    {
        if (given.On is null)
        {
            validationErrors.Add("on", "required");
        }
        return SpanCheck.Of(validationErrors, given.From, given.To, given.Minutes, given.Place) is { } span
            ? new ExtraSpan(given.On ?? default, span)
            : null;
    }

    private static string TextOf(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <param name="Weekday">1 is Monday, 7 Sunday.</param>
public sealed record WeekSpanRequest(
    int? Weekday = null,
    string? From = null,
    string? To = null,
    int? Minutes = null,
    string? Place = null
);

public sealed record ExtraSpanRequest(
    DateOnly? On = null,
    string? From = null,
    string? To = null,
    int? Minutes = null,
    string? Place = null
);
