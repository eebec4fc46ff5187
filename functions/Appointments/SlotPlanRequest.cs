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
                .. plan.Week.Select(span => new WeekSpanRequest(
                    span.Weekday,
                    TextOf(span.Span.From),
                    TextOf(span.Span.To),
                    span.Span.Minutes,
                    span.Span.Place
                )),
            ],
            plan.DaysOff,
            [
                .. plan.Extra.Select(extra => new ExtraSpanRequest(
                    extra.On,
                    TextOf(extra.Span.From),
                    TextOf(extra.Span.To),
                    extra.Span.Minutes,
                    extra.Span.Place
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

        var week = (Week ?? []).Select((span, index) => WeekSpanOf(validationErrors.In("week", index), span)).ToList();
        var extra = (Extra ?? []).Select((span, index) => ExtraSpanOf(validationErrors.In("extra", index), span)).ToList();
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
            var span = plan.Week[index];
            if (plan.Week.Take(index).Any(other => other.Weekday == span.Weekday && other.Span.Overlaps(span.Span)))
            {
                validationErrors.In("week", index).Add("from", "spans-overlap");
            }
        }

        for (var index = 0; index < plan.Extra.Count; index++)
        {
            var span = plan.Extra[index];
            if (plan.SpansOn(span.On).Any(other => !ReferenceEquals(other, span.Span) && other.Overlaps(span.Span)))
            {
                validationErrors.In("extra", index).Add("from", "spans-overlap");
            }
        }
    }

    private static WeekSpan? WeekSpanOf(ValidationErrors validationErrors, WeekSpanRequest request)
    {
        if (request.Weekday is not (>= 1 and <= 7))
        {
            validationErrors.Add("weekday", "weekday");
        }
        return SpanCheck.Of(validationErrors, request.From, request.To, request.Minutes, request.Place) is { } span
            ? new WeekSpan(request.Weekday ?? 0, span)
            : null;
    }

    private static ExtraSpan? ExtraSpanOf(ValidationErrors validationErrors, ExtraSpanRequest request)
    {
        if (request.On is null)
        {
            validationErrors.Add("on", "required");
        }
        return SpanCheck.Of(validationErrors, request.From, request.To, request.Minutes, request.Place) is { } span
            ? new ExtraSpan(request.On ?? default, span)
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
