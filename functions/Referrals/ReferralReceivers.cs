using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;

namespace Alleviation.Functions.Referrals;

/// <summary>
/// Who can receive a referral, in the order in which they are asked; pure. As in routing (docs/domain.md §6): nearest first, township,
/// county,
/// city, then the Internet hospital; within a level the household's own draw, so that it is asked of the same one again.
/// </summary>
public static class ReferralReceivers
{
    /// <summary>After so many the sender decides what now; and a row has to stay small.</summary>
    private const int MaxAsked = 20;

    public static IReadOnlyList<Physician> For(Household household, string discipline, IReadOnlyList<Physician> roster) =>
        [
            .. roster
                .Where(physician =>
                    physician.State is PhysicianState.Active
                    && physician.Serves(household.VillageCode)
                    && physician.Disciplines.Contains(discipline, StringComparer.Ordinal)
                )
                .GroupBy(physician => physician.RegionCode.Length)
                .OrderByDescending(level => level.Key)
                .SelectMany(level => Drawn(household.Id.Value, [.. level])),
        ];

    /// <summary>
    /// The next to be asked: whom the sender named, then the nearest; never the sender, nor one who was asked before, nor one who serves a
    /// smaller region than the sending physician, for that would not be up. Down it goes to the responsible physician and to nobody else.
    /// </summary>
    /// <returns>Null when nobody is left.</returns>
    public static string? Next(Household household, Referral referral, IReadOnlyList<Physician> roster)
    {
        if (referral.Turn >= MaxAsked)
        {
            return null;
        }
        var open = LeftFor(household, referral, roster);
        return referral.Named is { } named && open.Contains(named, StringComparer.Ordinal) ? named
            : open.Count > 0 ? open[0]
            : null;
    }

    /// <summary>Everybody who may still be asked, in order.</summary>
    public static IReadOnlyList<string> LeftFor(Household household, Referral referral, IReadOnlyList<Physician> roster)
    {
        var askedBefore = referral
            .Passed.Select(passing => passing.PhysicianId)
            .Append(referral.From)
            .Append(referral.To)
            .ToHashSet(StringComparer.Ordinal);
        if (referral.Direction is ReferralDirection.Down)
        {
            return household.PhysicianId is { } responsible && !askedBefore.Contains(responsible) ? [responsible] : [];
        }
        var sender = roster.FirstOrDefault(physician => physician.Id.Value == referral.From)?.RegionCode.Length ?? int.MaxValue;
        return
        [
            .. For(household, referral.Discipline, roster)
                .Where(physician => physician.RegionCode.Length <= sender && !askedBefore.Contains(physician.Id.Value))
                .Select(physician => physician.Id.Value),
        ];
    }

    private static IEnumerable<Physician> Drawn(string key, List<Physician> level)
    {
        while (Rendezvous.Choose(key, level.Select(physician => (physician.Id.Value, 1))) is { } id)
        {
            yield return level.Single(physician => physician.Id.Value == id);
            level.RemoveAll(physician => physician.Id.Value == id);
        }
    }
}
