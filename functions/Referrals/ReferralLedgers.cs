using Alleviation.Functions.Households;

namespace Alleviation.Functions.Referrals;

/// <summary>A line with its place: in the ledger of a township or of a physician.</summary>
/// <param name="SortedAt">When it was sent; a millisecond later for each that a member was sent at the same moment.</param>
/// <param name="IsReceived">The ledger's physician is asked or has accepted.</param>
/// <param name="SeenUntil">When the physician may look in no longer; null for whoever cares for the household.</param>
internal sealed record PlacedReferralLine(
    ReferralLine Line,
    int Member,
    DateTimeOffset SortedAt,
    bool IsReceived = false,
    DateTimeOffset? SeenUntil = null
);

/// <summary>In which ledgers a household's referrals stand, and what each tells of them; pure.</summary>
internal sealed record ReferralLedgers(
    IReadOnlyList<PlacedReferralLine> OfTownship,
    IReadOnlyDictionary<string, IReadOnlyList<PlacedReferralLine>> OfPhysicians
)
{
    /// <summary>A transaction holds 100 rows. Nobody leafs further back in one household, whose page tells all of them.</summary>
    private const int MaxLines = 80;

    /// <param name="referrals">Open and over; of somebody who lives elsewhere now, they are of the household there.</param>
    public static ReferralLedgers Of(Household household, IEnumerable<Referral> referrals)
    {
        var lines = Sorted(household, referrals).ToList();
        var physicians = lines
            .SelectMany(line => new[] { line.Referral.From, line.Referral.To })
            .Append(lines.Count > 0 ? household.PhysicianId : null)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
        return new ReferralLedgers(
            [.. lines.Select(line => new PlacedReferralLine(ReferralLine.Of(line.Referral, line.Person), line.Person.Member, line.At))],
            physicians.ToDictionary(
                physician => physician,
                physician => (IReadOnlyList<PlacedReferralLine>)[.. OfPhysician(household, lines, physician)],
                StringComparer.Ordinal
            )
        );
    }

    /// <summary>The responsible physician has all of the household's; everybody else those that he or she sent or received.</summary>
    private static IEnumerable<PlacedReferralLine> OfPhysician(Household household, IReadOnlyList<Sent> lines, string physician)
    {
        var (cares, isResponsible) = (household.IsCaredForBy(physician), household.PhysicianId == physician);
        foreach (var (referral, person, at) in lines)
        {
            var isReceived = referral.To == physician;
            if (!isResponsible && !isReceived && referral.From != physician)
            {
                continue;
            }
            var guest = household.Guests.FirstOrDefault(guest => guest.PhysicianId == physician && guest.Because == referral.Because);
            yield return new PlacedReferralLine(
                ReferralLine.Of(referral, cares || guest is not null ? person : null),
                person.Member,
                at,
                isReceived,
                cares ? null : guest?.Until
            );
        }
    }

    private static IEnumerable<Sent> Sorted(Household household, IEnumerable<Referral> referrals)
    {
        var taken = new HashSet<(int, DateTimeOffset)>();
        foreach (
            var referral in referrals
                .OrderByDescending(referral => referral.SentAt)
                .Take(MaxLines)
                .OrderBy(referral => referral.SentAt)
                .ThenBy(referral => referral.Id, StringComparer.Ordinal)
        )
        {
            if (household.Members.FirstOrDefault(person => person.Number == referral.Member) is not { HasMoved: false } member)
            {
                continue;
            }
            var at = DateTimeOffset.FromUnixTimeMilliseconds(referral.SentAt.ToUnixTimeMilliseconds());
            while (!taken.Add((referral.Member, at)))
            {
                at = at.AddMilliseconds(1);
            }
            yield return new Sent(referral, PersonOf(household, member, referral), at);
        }
    }

    private static ReferredPerson PersonOf(Household household, MemberSummary member, Referral referral) =>
        new(
            household.Id.Value,
            member.Number,
            member.Name,
            member.Sex,
            member.BornOn,
            household.VillageCode,
            household.Phone,
            member.RecordNumber,
            referral.Condition,
            referral.Reason
        );

    private sealed record Sent(Referral Referral, ReferredPerson Person, DateTimeOffset At);
}
