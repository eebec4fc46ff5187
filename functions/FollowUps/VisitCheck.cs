using System.Text.Json;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.FollowUps;

/// <summary>A visit by itself; what depends on the household is checked when that is read.</summary>
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
        // The calendar has an end, beyond which no clock of another place can be told.
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
        var kept = answers.Check(
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
        var content = new VisitContent(form.Code, at, contactMode!, kept, request.NextDueOn, note);
        return (new CheckedVisit(form, at, contactMode!, kept, request.NextDueOn, note, fingerprinter.OfContent("visit", content)), []);
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
