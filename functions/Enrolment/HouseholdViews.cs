using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Enrolment;

/// <summary>
/// Shows a household to a caller: to a guest only the member concerned, and another household's id only to who may see that one.
/// </summary>
public sealed class HouseholdViews(HouseholdTable households)
{
    internal Task<HouseholdView> OfAsync(HouseholdPartition partition, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        var members = partition.OfEachMember(Member.StoredAs).ToList();
        return OfAsync(partition.Household, partition.IsShown, members, caller, hasReason, cancellationToken);
    }

    internal Task<HouseholdView> OfAsync(HouseholdDraft draft, Caller caller, CancellationToken cancellationToken) =>
        OfAsync(draft.Household, listed: false, draft.Members, caller, hasReason: false, cancellationToken);

    private async Task<HouseholdView> OfAsync(
        Household household,
        bool listed,
        IReadOnlyList<Member> members,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        var seen = household.SeenBy(caller, hasReason);
        var problems = await Task.WhenAll(seen.Problems.Select(problem => ShownAsync(problem, caller, hasReason, cancellationToken)));
        return HouseholdView.Of(seen with { Problems = problems }, household.StatusWhen(listed), members, caller.MayCareFor(household));
    }

    private async Task<HouseholdProblem> ShownAsync(
        HouseholdProblem problem,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    ) =>
        problem.HeldBy is { } holder
        && !(
            HouseholdId.TryParse(holder, out var id)
            && await households.FindAsync(id, cancellationToken) is { Household: var other }
            && caller.To(other, hasReason) >= HouseholdAccess.Look
        )
            ? problem with
            {
                HeldBy = null,
            }
            : problem;
}
