using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Referrals;

/// <summary>The checks of a referral that is sent: all errors at once.</summary>
public sealed class ReferralCheck(CodeLists lists, ReferralUrgencies urgencies)
{
    public const int MaxText = 1000;

    /// <summary>Every physician who declines gives one.</summary>
    public const int MaxReason = 200;
    private readonly CodeCheck _codes = new(lists);

    /// <returns>The referral with its first receiver asked; null with the errors.</returns>
    internal (Referral? Referral, IReadOnlyList<FieldError> Errors) Check(
        CaseKey key,
        SendReferralRequest given,
        Household household,
        IReadOnlyList<Physician> roster,
        Caller caller,
        DateTimeOffset now
    )
    {
        var validationErrors = new ValidationErrors();
        if (given.Direction is null)
        {
            validationErrors.Add("direction", "required");
        }
        var isDown = given.Direction is ReferralDirection.Down;
        var urgency = _codes.Required(validationErrors, "urgency", ReferralUrgency.List, given.Urgency);
        var discipline = isDown
            ? _codes.Optional(validationErrors, "discipline", "discipline", given.Discipline) ?? Physician.GeneralPractice
            : _codes.Required(validationErrors, "discipline", "discipline", given.Discipline);
        var condition = _codes.Optional(validationErrors, "condition", "conditions", given.Condition);
        var reason = NoteCheck.Required(validationErrors, "reason", given.Reason, MaxText);
        var instructions = isDown
            ? NoteCheck.Required(validationErrors, "instructions", given.Instructions, MaxText)
            : NoteCheck.Optional(validationErrors, "instructions", given.Instructions, MaxText);
        if (urgency is null || discipline is null || validationErrors.Errors.Count > 0)
        {
            return (null, validationErrors.Errors);
        }

        var referral = new Referral(
            key.Id,
            key.Member,
            given.Direction!.Value,
            urgency,
            discipline,
            condition,
            reason!,
            instructions,
            given.To,
            caller.AccountId,
            caller.PhysicianId,
            now
        );
        var receivers = ReferralReceivers.LeftFor(household, referral, roster);
        if (receivers.Count == 0)
        {
            validationErrors.Add(isDown ? "direction" : "discipline", "referral-nobody");
        }
        else if (given.To is { } named && !receivers.Contains(named, StringComparer.Ordinal))
        {
            validationErrors.Add("to", "referral-receiver");
        }
        return validationErrors.Errors.Count > 0
            ? (null, validationErrors.Errors)
            : (referral.Asking(ReferralReceivers.Next(household, referral, roster), urgencies[urgency], now), []);
    }
}
