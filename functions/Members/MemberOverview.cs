using Alleviation.Functions.Appointments;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Conferences;
using Alleviation.Functions.Consultations;
using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Medication;
using Alleviation.Functions.Records;
using Alleviation.Functions.Referrals;

namespace Alleviation.Functions.Members;

/// <summary>
/// A member of a household as a page shows it. A part is null where there is none, or where the caller may not read it by itself either.
/// </summary>
/// <param name="Household">With all of its members that the caller may see.</param>
/// <param name="Record">Null until it is open, and for somebody whose record stands in another household now.</param>
/// <param name="Entries">The newest page of the history; its cursor goes on where the entries of the record are listed.</param>
/// <param name="Referrals">Open ones, as are the conferences, appointments and consultations.</param>
public sealed record MemberOverview(
    HouseholdView Household,
    int Member,
    RecordView? Record,
    EntryPage? Entries,
    CarePlanView? CarePlan,
    MedicationView? Medication,
    IReadOnlyList<ReferralView>? Referrals,
    IReadOnlyList<ConferenceView>? Conferences,
    IReadOnlyList<AppointmentView>? Appointments,
    IReadOnlyList<ConsultationView>? Consultations
);
