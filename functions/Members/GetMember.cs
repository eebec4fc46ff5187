using Alleviation.Functions.Access;
using Alleviation.Functions.Appointments;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Conferences;
using Alleviation.Functions.Consultations;
using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Medication;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;
using Alleviation.Functions.Records.Photographs;
using Alleviation.Functions.Referrals;

namespace Alleviation.Functions.Members;

/// <param name="View">Null where the caller may see none of it.</param>
public sealed record GetMemberResult(HouseholdAccess Access, MemberOverview? View = null);

/// <summary>
/// All that a page about one member shows: the household as it is now in one partition read, the newest page of the history in another,
/// however long the history is. Each part is what the endpoint of the part alone answers.
/// </summary>
public sealed class GetMemberHandler(
    HouseholdTable households,
    HouseholdViews views,
    ListEntriesHandler entries,
    CarePlanAnswers plans,
    MedicationReview medication,
    GetReferralsHandler referrals,
    GetConferencesHandler conferences,
    TimeProvider clock
)
{
    public async Task<GetMemberResult> HandleAsync(
        HouseholdId id,
        int member,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        if (
            await households.ReadAsync(id, cancellationToken) is not { Household: var household } partition
            || household.Members.All(person => person.Number != member)
        )
        {
            return new GetMemberResult(HouseholdAccess.Hidden);
        }
        var access = caller.To(household, member, hasReason);
        if (access < HouseholdAccess.Look)
        {
            return new GetMemberResult(access);
        }

        var record = RecordView.In(partition, member);
        return new GetMemberResult(
            access,
            new MemberOverview(
                await views.OfAsync(partition, caller, hasReason, cancellationToken),
                member,
                record,
                record is null
                    ? null
                    : await entries.HandleAsync(id, MemberPhotographs.Of(partition, member), continuation: null, cancellationToken),
                plans.ViewIn(partition, member, caller),
                medication.ViewIn(partition, member, clock.Today()),
                referrals.OpenIn(partition, member, caller),
                conferences.OpenIn(partition, member, caller),
                ListAppointmentsHandler.OpenIn(partition, member, caller),
                ListConsultationsHandler.OpenIn(partition, member)
            )
        );
    }
}
