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
        SendReferralRequest request,
        string fingerprint,
        Household household,
        IReadOnlyList<Physician> roster,
        Caller caller,
        DateTimeOffset now
    )
    {
        var validationErrors = new ValidationErrors();
        if (request.Direction is null)
        {
            validationErrors.Add("direction", "required");
        }
        var isDown = request.Direction is ReferralDirection.Down;
        var urgency = _codes.Required(validationErrors, "urgency", ReferralUrgency.List, request.Urgency);
        var discipline = isDown
            ? _codes.Optional(validationErrors, "discipline", "discipline", request.Discipline) ?? Physician.GeneralPractice
            : _codes.Required(validationErrors, "discipline", "discipline", request.Discipline);
        var condition = _codes.Optional(validationErrors, "condition", "conditions", request.Condition);
        var reason = NoteCheck.Required(validationErrors, "reason", request.Reason, MaxText);
        var instructions = isDown
            ? NoteCheck.Required(validationErrors, "instructions", request.Instructions, MaxText)
            : NoteCheck.Optional(validationErrors, "instructions", request.Instructions, MaxText);
        if (urgency is null || discipline is null || validationErrors.Errors.Count > 0)
        {
            return (null, validationErrors.Errors);
        }

        var referral = new Referral(
            key.Id,
            key.Member,
            request.Direction!.Value,
            urgency,
            discipline,
            condition,
            reason!,
            instructions,
            request.To,
            caller.AccountId,
            caller.PhysicianId,
            now,
            fingerprint
        );
        var receivers = ReferralReceivers.LeftFor(household, referral, roster);
        if (receivers.Count == 0)
        {
            validationErrors.Add(isDown ? "direction" : "discipline", "referral-nobody");
        }
        else if (request.To is { } named && !receivers.Contains(named, StringComparer.Ordinal))
        {
            validationErrors.Add("to", "referral-receiver");
        }
        return validationErrors.Errors.Count > 0
            ? (null, validationErrors.Errors)
            : (referral.Asking(ReferralReceivers.Next(household, referral, roster), urgencies[urgency], now), []);
    }
}
