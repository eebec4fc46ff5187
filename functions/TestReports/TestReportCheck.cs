using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.TestReports;

/// <summary>A report as it is sent.</summary>
public sealed record TestReportRequest(
    DateTimeOffset? TakenAt,
    string? Source,
    string? Laboratory,
    string? Note,
    IReadOnlyList<TestValueRequest>? Values
);

/// <param name="Unit">The canonical one where it is left out; the limits are in it, too.</param>
/// <param name="Low">The laboratory's own reference range, where the report has one.</param>
public sealed record TestValueRequest(string? Code, decimal? Value, string? Unit, decimal? Low, decimal? High);

/// <summary>The checks of a report: all errors at once; values in their canonical units, each judged by its reference range.</summary>
public sealed class TestReportCheck(LabTests tests, CodeLists lists)
{
    private const int MaxValues = 30;
    private const int MaxText = 500;
    private const int MaxName = 100;

    public (TestReport? Report, IReadOnlyList<FieldError> Errors) Check(
        string id,
        MemberSummary member,
        TestReportRequest request,
        string recordedBy,
        DateTimeOffset now
    )
    {
        var validationErrors = new ValidationErrors();
        var takenAt = request.TakenAt is { } moment && !MomentCheck.IsInTheFuture(moment, now) ? moment.ToUniversalTime() : now;
        if (request.TakenAt is null)
        {
            validationErrors.Add("takenAt", "required");
        }
        else if (MomentCheck.IsInTheFuture(request.TakenAt, now))
        {
            validationErrors.Add("takenAt", "in-the-future");
        }
        else if (takenAt < FirstMomentOf(member))
        {
            validationErrors.Add("takenAt", "before-birth");
        }
        new CodeCheck(lists).Required(validationErrors, "source", "resultSource", request.Source);
        var laboratory = TextCheck.Optional(validationErrors, "laboratory", request.Laboratory, MaxName);
        var note = TextCheck.Optional(validationErrors, "note", request.Note, MaxText);
        var values = new List<TestValue>();
        if (request.Values is not { Count: > 0 })
        {
            validationErrors.Add("values", "required");
        }
        else if (request.Values.Count > MaxValues)
        {
            validationErrors.Add("values", "too-many", MaxValues);
        }
        else
        {
            var age = member.AgeAt(takenAt.ToChinaDate());
            for (var index = 0; index < request.Values.Count; index++)
            {
                if (Value(validationErrors.In("values", index), request.Values[index], member.Sex, age) is not { } value)
                {
                    continue;
                }
                if (values.Any(before => before.Code == value.Code))
                {
                    validationErrors.Add("values", index, "twice");
                }
                values.Add(value);
            }
        }

        return validationErrors.Errors.Count > 0
            ? (null, validationErrors.Errors)
            : (new TestReport(id, member.Number, takenAt, request.Source!, laboratory, note, values, recordedBy, now), []);
    }

    private TestValue? Value(ValidationErrors validationErrors, TestValueRequest request, string sex, int? age)
    {
        if (string.IsNullOrEmpty(request.Code))
        {
            validationErrors.Add("code", "required");
        }
        if (request.Value is null)
        {
            validationErrors.Add("value", "required");
        }
        if (request is not { Code: { Length: > 0 } code, Value: { } value })
        {
            return null;
        }
        if (tests.Find(code) is not { } test)
        {
            return Not("code", "unknown-value");
        }
        if (Canonical(value) is not { } canonical)
        {
            return Not("unit", "reading-unit", test.Unit);
        }
        if (!test.Possible.Contains(canonical))
        {
            return Not("value", "reading-impossible", test.Possible.From, test.Possible.To, test.Unit);
        }
        var (low, high) = (request.Low is { } from ? Canonical(from) : null, request.High is { } to ? Canonical(to) : null);
        if (low > high)
        {
            return Not("low", "range-reversed");
        }
        var range = test.RangeFor(sex, age) ?? new ReferenceRange();
        if (low is not null || high is not null)
        {
            range = range with { Low = low, High = high };
        }
        return new TestValue(code, canonical, test.Unit, range.Low, range.High, range.Judge(canonical));

        // Far beyond any value, and far from overflowing when it is multiplied.
        decimal? Canonical(decimal number) => test.ToCanonical(Math.Clamp(number, -1_000_000m, 1_000_000m), request.Unit);

        TestValue? Not(string field, string error, params object[] arguments)
        {
            validationErrors.Add(field, error, arguments);
            return null;
        }
    }

    private static DateTimeOffset FirstMomentOf(MemberSummary member) =>
        member.BornOn is { } born ? new DateTimeOffset(born, TimeOnly.MinValue, ChinaTime.Offset) : DateTimeOffset.UnixEpoch;
}
