using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Referrals;

/// <summary>
/// What a referral leaves in its household's header: who may look in because of it, and what is to be done, and how it counts; pure.
/// </summary>
internal static class ReferralEffects
{
    /// <summary>
    /// The task of the health workers beside the one of whose turn it is: to bring the patient there, to tell the family.
    /// </summary>
    private const string Family = "/family";

    public static Household With(this Household household, Referral referral, GuestPeriods periods) =>
        household with
        {
            Guests = [.. household.Guests.Where(guest => guest.Because != referral.Because), .. GuestsOf(referral, periods)],
            Tasks =
            [
                .. household.Tasks.Where(task =>
                    !(task.Kind == Referral.StoredAs.Name && task.Member == referral.Member && IsOf(referral, task.Reference))
                ),
                .. TasksOf(referral),
            ],
            Referrals = referral.IsOver
                ? household.Referrals.Without(referral.Id, referral.Status is ReferralStatus.Closed ? referral.End!.At.ToChinaDate() : null)
                : household.Referrals.With(new OpenReferral(referral.Id, referral.SentAt.ToChinaDate())),
        };

    private static bool IsOf(Referral referral, string reference) => reference == referral.Id || reference == referral.Id + Family;

    // The sender too: a specialist who sends a patient down has to read the answer.
    private static IEnumerable<Guest> GuestsOf(Referral referral, GuestPeriods periods) =>
        referral.IsOver
            ? []
            : new[] { referral.From, referral.To }
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Select(physician => new Guest(physician, referral.Because, referral.Member, referral.LastStepAt + periods.AfterReferral));

    private static IEnumerable<HouseholdTask> TasksOf(Referral referral)
    {
        switch (referral.Status)
        {
            case ReferralStatus.Sent or ReferralStatus.Seen:
                yield return Task(referral, referral.To, "").Saying(referral.Reason);
                break;
            case ReferralStatus.Accepted:
                yield return Task(referral, referral.To, "").Saying(referral.Reason);
                yield return Task(referral, null, Family);
                break;
            case ReferralStatus.Returned:
                yield return Task(referral, referral.From, "").Saying(referral.Passed is [.., { Reason: { } reason }] ? reason : null);
                break;
            case ReferralStatus.Answered:
                yield return Task(referral, referral.From, "").Saying(referral.Answer!.Instructions);
                if (referral.From is not null)
                {
                    yield return Task(referral, null, Family).Saying(referral.Answer.Instructions);
                }
                break;
            default:
                break;
        }
    }

    private static HouseholdTask Task(Referral referral, string? physician, string suffix) =>
        new(
            Referral.StoredAs.Name,
            referral.Id + suffix,
            referral.Member,
            referral.DueOn,
            referral.Urgency == ReferralUrgency.Emergency,
            physician,
            referral.Condition
        );
}
