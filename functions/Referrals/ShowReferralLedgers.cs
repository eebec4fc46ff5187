using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.Referrals;

/// <summary>
/// Brings the ledgers after a household: all of its referrals are shown anew, so that whatever is missed once is made good the next time.
/// The township's ledger is written last, since it remembers which physicians' ledgers have to be cleared.
/// </summary>
public sealed class ShowReferralLedgers(HouseholdTable households, HouseholdDocuments documents, ReferralLedgerTable ledgers)
    : IHouseholdList
{
    private const int MaxRead = 500;

    // One line: a household without referrals is asked this with each change.
    public bool IsConcernedBy(Household before, Household next, IReadOnlyList<DocumentChange> changes) =>
        next.Referrals.HasLines && IsToldOtherwise(before, next, changes);

    public async Task<bool> ShowAsync(HouseholdId household, CancellationToken cancellationToken)
    {
        if (await households.ReadAsync(household, cancellationToken) is not { Household.Referrals.HasLines: true } partition)
        {
            return true;
        }
        var kind = Referral.StoredAs.Documents;
        var past = await documents.ListAsync(household, kind.AllPast, MaxRead, cancellationToken);
        var open = partition.Household.Members.SelectMany(member => Referral.StoredAs.OpenOf(partition, member.Number));
        return await ShowAsync(partition.Household, ReferralLedgers.Of(partition.Household, [.. open, .. past]), cancellationToken);
    }

    private async Task<bool> ShowAsync(Household household, ReferralLedgers next, CancellationToken cancellationToken)
    {
        var (township, left) = (household.TownshipCode, new HashSet<string>(StringComparer.Ordinal));
        var shown = await ledgers.FindShownAsync(township, household.Id, cancellationToken);
        if (shown?.Required<int>("Version") is { } version && version >= household.Version)
        {
            return version == household.Version;
        }
        left.UnionWith(ReferralLedgerTable.PhysiciansOf(shown));
        var formerTownships = household.FormerVillageCodes.Select(code => code[..9]).Where(code => code != township).Distinct().ToList();
        foreach (var former in formerTownships)
        {
            left.UnionWith(ReferralLedgerTable.PhysiciansOf(await ledgers.FindShownAsync(former, household.Id, cancellationToken)));
        }
        left.ExceptWith(next.OfPhysicians.Keys);
        var isShown = await Task.WhenAll(
            next.OfPhysicians.Select(ledger => ledgers.ShowAsync(ledger.Key, household, ledger.Value, [], shown: null, cancellationToken))
        );
        await Task.WhenAll(left.Select(physician => ledgers.ClearAsync(physician, household.Id, cancellationToken)));
        if (!isShown.All(done => done))
        {
            return false;
        }
        if (!await ledgers.ShowAsync(township, household, next.OfTownship, next.OfPhysicians.Keys, shown, cancellationToken))
        {
            return false;
        }
        await Task.WhenAll(formerTownships.Select(former => ledgers.ClearAsync(former, household.Id, cancellationToken)));
        return true;
    }

    // What was read last may be older than what is shown: where records are built anew, it is shown whatever has changed.
    private static bool IsToldOtherwise(Household before, Household next, IReadOnlyList<DocumentChange> changes) =>
        before.Stage is HouseholdStage.Received
        || changes.Any(change => DocumentKeys.KindOf(change.Key) == Referral.StoredAs.Name)
        || (before.VillageCode, before.Phone, before.PhysicianId) != (next.VillageCode, next.Phone, next.PhysicianId)
        || !before.Team.SequenceEqual(next.Team)
        || !before.Members.Select(ToldOf).SequenceEqual(next.Members.Select(ToldOf));

    private static object ToldOf(MemberSummary member) =>
        (member.Number, member.Name, member.Sex, member.BornOn, member.RecordNumber, member.HasMoved);
}
