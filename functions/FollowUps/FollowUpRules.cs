using System.Globalization;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.FollowUps;

/// <summary>What a visit finds and what has to be done; pure: the same answers in the same situation always decide the same.</summary>
public static class FollowUpRules
{
    /// <param name="answers">Checked, readings in their canonical units.</param>
    /// <param name="age">At the visit, in years; null where nobody knows it.</param>
    /// <param name="inARow">How many visits in a row, just before this one, counted as out of control.</param>
    /// <param name="everyDays">The longest time that the plan agreed on; null where it plans no visit by this form.</param>
    /// <param name="on">The day of the visit.</param>
    public static FollowUpResult Of(
        FollowUpForm form,
        IReadOnlyDictionary<string, JsonElement> answers,
        int? age,
        int inARow,
        int? everyDays,
        DateOnly on
    )
    {
        var rules = form.Rules;
        var inControl = rules.Control.All(condition => condition.HoldsFor(answers, age));
        var rule = rules.Decisions.First(rule => rule.AppliesTo(answers, age, inControl, inARow));
        var regular = rules.Regular.First(interval => interval.When?.HoldsFor(answers, age) != false).WithinDays;
        var days = Math.Min(Math.Min(rule.WithinDays ?? regular, regular), everyDays ?? int.MaxValue);
        return new FollowUpResult(
            rule.Code,
            rule.Outcome,
            rule.Actions,
            rule.Urgent,
            inControl,
            rule.CountsAsOut ? inARow + 1 : 0,
            on.AddDays(days),
            [
                .. rules
                    .Decisions.Where(decision => decision.Urgent)
                    .SelectMany(decision => decision.Any ?? [])
                    .Where(condition => condition.HoldsFor(answers, age))
                    .Select(condition => Finding(form, condition, answers)),
            ]
        );
    }

    private static UrgentFinding Finding(FollowUpForm form, FormCondition condition, IReadOnlyDictionary<string, JsonElement> answers) =>
        new(
            condition.Field,
            form.Fields.First(field => field.Code == condition.Field).Reading,
            condition.Comparison is null ? null : answers[condition.Field].GetDecimal(),
            condition.Action
        );
}

/// <param name="Rule">The code of the rule that decided.</param>
/// <param name="Outcome">Code of list visitOutcome.</param>
/// <param name="Actions">Codes of list visitAction.</param>
/// <param name="InARow">How many visits in a row, this one among them, counted as out of control.</param>
/// <param name="Urgencies">What calls for treatment at once, and why.</param>
public sealed record FollowUpResult(
    string Rule,
    string Outcome,
    IReadOnlyList<string> Actions,
    bool Urgent,
    bool InControl,
    int InARow,
    DateOnly NextDueOn,
    IReadOnlyList<UrgentFinding> Urgencies
);

/// <param name="Reading">Code of list readings; null for a sign.</param>
/// <param name="Value">Of the reading, in its canonical unit.</param>
public sealed record UrgentFinding(string Field, string? Reading, decimal? Value, Label? Action);

/// <summary>When a visit can have been made, and when the next can be due.</summary>
internal static class VisitTimes
{
    /// <summary>Visits noted on paper are entered sooner; an earlier date is a mistyped year.</summary>
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(366);

    /// <param name="latest">What the rules say: a person may ask for an earlier visit, not for a later one.</param>
    public static IEnumerable<FieldError> Check(CheckedVisit visit, MemberSummary member, DateOnly latest, DateTimeOffset now)
    {
        if (MomentCheck.IsInTheFuture(visit.At, now))
        {
            yield return new FieldError("at", "in-the-future");
        }
        else if (visit.At < now - MaxDelay)
        {
            yield return new FieldError("at", "too-long-ago");
        }
        else if (visit.At.ToChinaDate() < member.BornOn)
        {
            yield return new FieldError("at", "before-birth");
        }
        else if (visit.At.ToChinaDate() > member.LeftOn)
        {
            yield return new FieldError("at", "after-departure");
        }

        if (visit.NextDueOn is { } next && (next <= visit.On || next > latest))
        {
            yield return new FieldError("nextDueOn", "next-visit-range", Text(visit.On.AddDays(1)), Text(latest));
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
