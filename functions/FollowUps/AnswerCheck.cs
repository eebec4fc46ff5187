using System.Text.Json;
using System.Text.RegularExpressions;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.FollowUps;

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
        IReadOnlyDictionary<string, JsonElement> given,
        IReadOnlyCollection<string> confirmed,
        DateOnly on
    )
    {
        var kept = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        if (given.Count > MaxAnswers)
        {
            validationErrors.Add("answers", "too-many", MaxAnswers);
            return kept;
        }

        var answerErrors = validationErrors.In("answers");
        var check = new FieldCheck(kinds, lists, answerErrors, on, confirmed);
        var fields = form.Fields.ToDictionary(field => field.Code, StringComparer.Ordinal);
        // A name that the client made up is not given back.
        foreach (var unknown in given.Keys.Where(name => !fields.ContainsKey(name)))
        {
            (PlainName().IsMatch(unknown) ? answerErrors : validationErrors).Add(
                PlainName().IsMatch(unknown) ? unknown : "answers",
                "unknown-field"
            );
        }
        foreach (var field in form.Fields)
        {
            var answer = given.TryGetValue(field.Code, out var value) && !FieldCheck.IsEmpty(value) ? value : (JsonElement?)null;
            if (field.ShowWhen is { } condition && !condition.HoldsFor(kept, age: null))
            {
                // Where the answer that it hangs on is wrong, that is all there is to say.
                var isOpen = given.ContainsKey(condition.Field) && !kept.ContainsKey(condition.Field);
                if (answer is not null && !isOpen)
                {
                    answerErrors.Add(field.Code, "field-hidden");
                }
            }
            else if (answer is { } there)
            {
                if (check.Check(field, there) is { } good)
                {
                    kept[field.Code] = good;
                }
            }
            else if (field.Required)
            {
                answerErrors.Add(field.Code, "required");
            }
        }

        return kept;
    }

    [GeneratedRegex(@"^[A-Za-z0-9]{1,40}\z")]
    private static partial Regex PlainName();
}
