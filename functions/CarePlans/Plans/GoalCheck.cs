using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>A goal as a physician gives it: a measure that is known, a target that somebody can have, a day that is to come.</summary>
internal sealed class GoalCheck(ReadingKinds kinds, CodeLists lists)
{
    /// <param name="known">The goal of the same code, as the plan has it: what is not changed stays as it was, dates that have passed
    /// too.</param>
    public Goal? Check(ValidationErrors validationErrors, GoalRequest request, Goal? known, DateOnly today)
    {
        var code = PlanCodes.Required(validationErrors, request.Code);
        var text = TextCheck.Optional(validationErrors, "text", request.Text, PlanLimits.Text);
        if (request.Comparison is null)
        {
            validationErrors.Add("comparison", "required");
        }
        var by = PlanDates.Required(validationErrors, "by", request.By, known?.By, today);
        var measured = Measured(validationErrors, request);
        if (code is null || request.Comparison is not { } comparison || by is not { } day || measured is not var (kind, target))
        {
            return null;
        }
        var isSameMeasure = known is not null && (known.Reading, known.Comparison, known.Target) == (kind.Code, comparison, target);
        var label =
            known is not null && isSameMeasure && PlanCodes.Says(known.Label, text) ? known.Label
            : text is null || (known is not null && PlanCodes.Says(known.Label, text)) ? Spoken(kind, comparison, target)
            : new Label(text, text);
        var goal = new Goal(code, kind.Code, comparison, target, kind.Unit, day, label);
        return known is not null && goal == known with { Pathway = null } ? known : goal;
    }

    private (ReadingKind Kind, decimal Target)? Measured(ValidationErrors validationErrors, GoalRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Reading))
        {
            validationErrors.Add("reading", "required");
        }
        if (request.Target is null)
        {
            validationErrors.Add("target", "required");
        }
        if (request is not { Reading: { Length: > 0 } reading, Target: { } value })
        {
            return null;
        }
        if (kinds.Find(reading) is not { } kind)
        {
            validationErrors.Add("reading", "unknown-value");
            return null;
        }

        // Far beyond any reading, and far from overflowing when it is multiplied.
        if (kind.ToCanonical(Math.Clamp(value, -1_000_000m, 1_000_000m), request.Unit) is not { } target)
        {
            validationErrors.Add("unit", "reading-unit", kind.Unit);
        }
        else if (!kind.Possible.Contains(target))
        {
            validationErrors.Add("target", "reading-impossible", kind.Possible.From, kind.Possible.To, kind.Unit);
        }
        else
        {
            return (kind, target);
        }
        return null;
    }

    private Label Spoken(ReadingKind kind, Comparison comparison, decimal target)
    {
        var name = lists.LabelOf("readings", kind.Code) ?? new Label(kind.Code, kind.Code);
        var words = comparison switch
        {
            Comparison.Below => new Label("低于", "below"),
            Comparison.AtMost => new Label("不高于", "at most"),
            Comparison.AtLeast => new Label("不低于", "at least"),
            _ => new Label("高于", "above"),
        };
        return new Label(
            FormattableString.Invariant($"{name.Chinese}{words.Chinese}{target:0.###} {kind.Unit}"),
            FormattableString.Invariant($"{name.English} {words.English} {target:0.###} {kind.Unit}")
        );
    }
}
