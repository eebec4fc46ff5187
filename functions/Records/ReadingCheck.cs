using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Records;

/// <summary>Readings in their canonical units; an impossible value is refused.</summary>
internal sealed class ReadingCheck(ReadingKinds kinds)
{
    private const int MaxReadings = 50;

    public IReadOnlyList<Reading> Check(
        ValidationErrors validationErrors,
        IReadOnlyList<ReadingRequest>? requests,
        DateOnly? bornOn,
        DateTimeOffset now
    )
    {
        if (requests is null)
        {
            return [];
        }
        if (requests.Count > MaxReadings)
        {
            validationErrors.Add("readings", "too-many", MaxReadings);
            return [];
        }

        return
        [
            .. requests
                .Select((reading, index) => CheckOne(validationErrors.In("readings", index), reading, bornOn, now))
                .OfType<Reading>(),
        ];
    }

    private Reading? CheckOne(ValidationErrors validationErrors, ReadingRequest request, DateOnly? bornOn, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(request.Code))
        {
            validationErrors.Add("code", "required");
        }
        if (request.Value is null)
        {
            validationErrors.Add("value", "required");
        }
        if (MomentCheck.IsInTheFuture(request.TakenAt, now))
        {
            validationErrors.Add("takenAt", "in-the-future");
        }
        else if (request.TakenAt is { } takenAt && takenAt.ToChinaDate() < bornOn)
        {
            validationErrors.Add("takenAt", "before-birth");
        }
        if (request is not { Code: { Length: > 0 } code, Value: { } value })
        {
            return null;
        }
        if (kinds.Find(code) is not { } kind)
        {
            validationErrors.Add("code", "unknown-value");
            return null;
        }

        if (kind.Possible.Contains(value) || request.Unit is not null)
        {
            if (kind.ToCanonical(Bounded(value), request.Unit) is not { } canonical)
            {
                validationErrors.Add("unit", "reading-unit", kind.Unit);
            }
            else if (!kind.Possible.Contains(canonical))
            {
                validationErrors.Add("value", "reading-impossible", kind.Possible.From, kind.Possible.To, kind.Unit);
            }
            else
            {
                return new Reading(kind.Code, canonical, kind.Unit, (request.TakenAt ?? now).ToUniversalTime());
            }
            return null;
        }

        validationErrors.Add("value", "reading-impossible", kind.Possible.From, kind.Possible.To, kind.Unit);
        return null;
    }

    // Far beyond any reading, and far from overflowing when it is multiplied.
    private static decimal Bounded(decimal value) => Math.Clamp(value, -1_000_000m, 1_000_000m);
}

/// <param name="Code">Code of list readings.</param>
/// <param name="Unit">The reading's own unit when it is left out, or another accepted one, which is converted.</param>
/// <param name="TakenAt">The moment of the enrolment when it is left out.</param>
public sealed record ReadingRequest(string? Code, decimal? Value, string? Unit, DateTimeOffset? TakenAt);
