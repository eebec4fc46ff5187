using Alleviation.Functions.Households;

namespace Alleviation.Functions.Pipeline;

/// <summary>
/// What the header of the household that a person has left said of the person, until it has arrived in the next. It is the
/// last of the person's documents to go, so that as long as it stands there is something left to be moved.
/// </summary>
/// <param name="PhysicianId">Who was responsible there.</param>
internal sealed record MovingPerson(
    MemberSummary Summary,
    string? PhysicianId,
    IReadOnlyList<HouseholdTask> Tasks,
    IReadOnlyList<Guest> Guests,
    IReadOnlyList<OpenReferral> Referrals
)
{
    public static DocumentKind<MovingPerson> StoredAs { get; } = new("moving");

    /// <summary>
    /// The household without the person, but for the name and that he or she left; and what the next household has to know.
    /// </summary>
    /// <param name="documents">Of the household that was read: who may look in because of a case goes with the case.</param>
    public static (Household Next, MovingPerson Person) Leave(Household household, int member, IEnumerable<StoredDocument> documents)
    {
        var summary = household.Members.Single(person => person.Number == member);
        var cases = documents
            .Where(document => DocumentKeys.MemberOf(document.Key) == member)
            .Select(document => document.Key.Split(':')[^1])
            .ToHashSet(StringComparer.Ordinal);
        var person = new MovingPerson(
            summary,
            household.PhysicianId,
            [.. household.Tasks.Where(task => task.Member == member)],
            [.. household.Guests.Where(guest => cases.Contains(CaseOf(guest)))],
            [.. household.Referrals.Open.Where(referral => cases.Contains(referral.Id))]
        );
        var gone = new MemberSummary(member, summary.Name, summary.Sex, summary.BornOn, []) { LeftOn = summary.LeftOn, HasMoved = true };
        return (
            household with
            {
                Members = [.. household.Members.Select(person => person.Number == member ? gone : person)],
                Tasks = [.. household.Tasks.Except(person.Tasks)],
                Guests = [.. household.Guests.Except(person.Guests)],
                Referrals = household.Referrals with { Open = [.. household.Referrals.Open.Except(person.Referrals)] },
                Problems = [.. household.Problems.Where(problem => problem.Member != member)],
            },
            person
        );
    }

    private static string CaseOf(Guest guest) => guest.Because.Split(':')[^1];
}
