using Alleviation.Functions.Households;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Enrolment;

/// <summary>A household as the form that would enrol it; readings are entries of the record and are not repeated.</summary>
internal static class EnrolmentForm
{
    public static EnrolmentRequest Of(Household household, IReadOnlyList<Member> members, IReadOnlyList<HealthRecord> records)
    {
        var known = records.ToDictionary(record => record.Member);
        return new EnrolmentRequest(
            household.RegistrationNumber,
            household.VillageCode,
            household.Address,
            household.Phone,
            household.Kind,
            household.Causes,
            [.. members.Select(member => Of(member, known.GetValueOrDefault(member.Number)))],
            household.PovertyStatuses is []
                ? null
                : [.. household.PovertyStatuses.Select(status => new PovertyStatusRequest(status.Code, status.On, status.Source))]
        )
        {
            PhoneAsGiven = household.PhoneAsGiven,
        };
    }

    private static MemberRequest Of(Member member, HealthRecord? record) =>
        new(
            member.Number,
            member.Name,
            member.IdNumber,
            member.IdMissingReason,
            member.Sex,
            member.BornOn,
            member.Relationship,
            member.Phone,
            record?.BasicInformation,
            record is null ? [] : [.. record.Conditions.Select(condition => new ConditionRequest(condition.Code, condition.DiagnosedOn))],
            [],
            member.Departure is { } departure ? new DepartureRequest(departure.On, departure.Reason) : null
        )
        {
            PhoneAsGiven = member.PhoneAsGiven,
        };
}
