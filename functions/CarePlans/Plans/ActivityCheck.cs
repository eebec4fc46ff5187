using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>An activity as a physician gives it.</summary>
internal sealed class ActivityCheck(CodeLists lists)
{
    private readonly CodeCheck _codes = new(lists);

    /// <param name="known">The activity of the same code, as the plan has it: what is not changed stays as it was.</param>
    public Activity? Check(ValidationErrors validationErrors, ActivityRequest request, Activity? known, DateOnly today)
    {
        var code = PlanCodes.Required(validationErrors, request.Code);
        var kind = _codes.Required(validationErrors, "kind", "activityKind", request.Kind);
        var discipline = _codes.Required(validationErrors, "discipline", "discipline", request.Discipline);
        var every = PlanDates.Interval(validationErrors, "everyDays", request.EveryDays);
        var starts = PlanDates.Required(validationErrors, "startsOn", request.StartsOn, known?.StartsOn, today);
        var ends = PlanDates.Optional(validationErrors, "endsOn", request.EndsOn, known?.EndsOn, today);
        if (ends < starts)
        {
            validationErrors.Add("endsOn", "ends-before-start");
        }
        // A pathway's own texts may be longer than what people type.
        var text = Says(known?.Label, request.Text)
            ? request.Text
            : TextCheck.Required(validationErrors, "text", request.Text, PlanLimits.Text);
        var instructions = Says(known?.Instructions, request.Instructions)
            ? request.Instructions
            : TextCheck.Required(validationErrors, "instructions", request.Instructions, PlanLimits.Instructions);
        if (
            code is null
            || kind is null
            || discipline is null
            || every is not { } days
            || starts is not { } from
            || text is null
            || instructions is null
        )
        {
            return null;
        }
        var activity = new Activity(code, kind, discipline, days, from, Kept(known?.Label, text), Kept(known?.Instructions, instructions))
        {
            EndsOn = ends,
        };
        return known is not null && activity == known with { Pathway = null } ? known : activity;
    }

    private static bool Says(Label? known, string? text) => known is not null && text is not null && PlanCodes.Says(known, text);

    private static Label Kept(Label? known, string text) => Says(known, text) ? known! : new Label(text, text);
}
