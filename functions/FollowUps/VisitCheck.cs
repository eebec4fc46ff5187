using System.Text.Json;
using System.Text.RegularExpressions;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.FollowUps;

/// <summary>A visit that passed the checks that need no household; the others follow when the household is read.</summary>
/// <param name="Answers">Readings in canonical units, codes once each, nothing empty.</param>
/// <param name="Fingerprint">Of all that was told.</param>
public sealed record CheckedVisit(
    FollowUpForm Form,
    DateTimeOffset At,
    string ContactMode,
    IReadOnlyDictionary<string, JsonElement> Answers,
    DateOnly? NextDueOn,
    string? Note,
    string Fingerprint
)
{
    public DateOnly On => At.ToChinaDate();
}

public sealed class VisitCheck(FollowUpForms forms, CodeLists lists, AnswerCheck answers, Fingerprinter fingerprinter)
{
    private const int MaxNote = 500;
    private const int MaxConfirmed = 100;

    /// <returns>The visit, null where something is wrong; and all that is wrong.</returns>
    public (CheckedVisit? Visit, IReadOnlyList<FieldError> Errors) Check(VisitRequest request)
    {
        var validationErrors = new ValidationErrors();
        var form = request.Form is { Length: > 0 } code ? forms.Find(code) : null;
        if (form is null)
        {
            validationErrors.Add("form", string.IsNullOrEmpty(request.Form) ? "required" : "unknown-value");
        }
        if (request.At is null)
        {
            validationErrors.Add("at", "required");
        }
        // Near the end of the calendar a moment cannot be converted to another time zone.
        else if (request.At.Value.UtcDateTime.Year is < 1900 or > 2900)
        {
            validationErrors.Add("at", request.At.Value.UtcDateTime.Year < 1900 ? "too-long-ago" : "in-the-future");
        }
        var contactMode = new CodeCheck(lists).Required(validationErrors, "contactMode", "contactMode", request.ContactMode);
        var note = TextCheck.Optional(validationErrors, "note", request.Note, MaxNote);
        if (request.Confirmed is { Count: > MaxConfirmed })
        {
            validationErrors.Add("confirmed", "too-many", MaxConfirmed);
        }
        if (form is null)
        {
            return (null, validationErrors.Errors);
        }
        var at = (request.At ?? default).ToUniversalTime();
        var on = validationErrors.Errors.Any(error => error.Field == "at") ? DateOnly.MaxValue : at.ToChinaDate();
        var acceptedAnswers = answers.Check(
            validationErrors,
            form,
            request.Answers ?? new Dictionary<string, JsonElement>(),
            request.Confirmed ?? [],
            on
        );
        if (validationErrors.Errors.Count > 0)
        {
            return (null, validationErrors.Errors);
        }
        var content = new VisitContent(form.Code, at, contactMode!, acceptedAnswers, request.NextDueOn, note);
        return (
            new CheckedVisit(form, at, contactMode!, acceptedAnswers, request.NextDueOn, note, fingerprinter.OfContent("visit", content)),
            []
        );
    }

    private sealed record VisitContent(
        string Form,
        DateTimeOffset At,
        string ContactMode,
        IReadOnlyDictionary<string, JsonElement> Answers,
        DateOnly? NextDueOn,
        string? Note
    );
}

/// <summary>
/// Answers against their form: nothing unknown, nothing missing, nothing that was not asked, each of its type and in its range.
/// </summary>
public sealed partial class AnswerCheck(ReadingKinds kinds, CodeLists lists)
{
    private const int MaxAnswers = 100;

    /// <param name="confirmed">Codes of fields whose unlikely value somebody has looked at again.</param>
    /// <param name="on">The day of the visit.</param>
    /// <returns>The answers as they are kept: readings in canonical units, codes once each, nothing empty.</returns>
    internal SortedDictionary<string, JsonElement> Check(
        ValidationErrors validationErrors,
        FollowUpForm form,
        IReadOnlyDictionary<string, JsonElement> sentAnswers,
        IReadOnlyCollection<string> confirmed,
        DateOnly on
    )
    {
        var accepted = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        if (sentAnswers.Count > MaxAnswers)
        {
            validationErrors.Add("answers", "too-many", MaxAnswers);
            return accepted;
        }

        var answerErrors = validationErrors.In("answers");
        var check = new FieldCheck(kinds, lists, answerErrors, on, confirmed);
        var fields = form.Fields.ToDictionary(field => field.Code, StringComparer.Ordinal);
        // A name that the client made up is not given back.
        foreach (var unknown in sentAnswers.Keys.Where(name => !fields.ContainsKey(name)))
        {
            (PlainName().IsMatch(unknown) ? answerErrors : validationErrors).Add(
                PlainName().IsMatch(unknown) ? unknown : "answers",
                "unknown-field"
            );
        }
        foreach (var field in form.Fields)
        {
            var answer = sentAnswers.TryGetValue(field.Code, out var value) && !FieldCheck.IsEmpty(value) ? value : (JsonElement?)null;
            if (field.ShowWhen is { } condition && !condition.HoldsFor(accepted, age: null))
            {
                // Where the answer that decides whether this is asked is wrong, only that is reported.
                var isOpen = sentAnswers.ContainsKey(condition.Field) && !accepted.ContainsKey(condition.Field);
                if (answer is not null && !isOpen)
                {
                    answerErrors.Add(field.Code, "field-hidden");
                }
            }
            else if (answer is { } sentAnswer)
            {
                if (check.Check(field, sentAnswer) is { } storedAnswer)
                {
                    accepted[field.Code] = storedAnswer;
                }
            }
            else if (field.Required)
            {
                answerErrors.Add(field.Code, "required");
            }
        }

        return accepted;
    }

    [GeneratedRegex(@"^[A-Za-z0-9]{1,40}\z")]
    private static partial Regex PlainName();
}
