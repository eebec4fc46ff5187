using Alleviation.Functions.Households;

namespace Alleviation.Functions.Records;

/// <summary>What numbering made of a household's members.</summary>
/// <param name="Numbers">By member: the record number, 17 digits. A member whose identity another household holds has none.</param>
internal sealed record Numbering(IReadOnlyDictionary<int, string> Numbers, IReadOnlyList<HouseholdProblem> Problems);

/// <summary>
/// Gives each member a record number, once: numbers are taken from the village, then claimed with the identity. Whoever claims an
/// identity first decides its number, so that a message delivered twice, or two at once, end with the same numbers.
/// </summary>
public sealed class RecordNumbering(RecordNumberTable numbers, IdentityTable identities)
{
    internal async Task<Numbering> AssignAsync(
        Household household, IReadOnlyList<Member> members, IReadOnlyDictionary<int, HealthRecord> records, CancellationToken cancellationToken)
    {
        foreach (var held in household.ToRelease) { await identities.ReleaseAsync(held.IdNumber, household.Id, held.Member, household.Version, cancellationToken); }

        var present = members.Where(member => member.Departure is null).ToList();
        var unnumbered = present.Where(member => records[member.Number].Number is null).Select(member => member.Number).ToList();
        IReadOnlyDictionary<int, RecordNumber>? taken = new Dictionary<int, RecordNumber>();
        if (unnumbered.Count > 0) { taken = await numbers.TakeAsync(household.VillageCode, household.Id, unnumbered, cancellationToken); }

        var claims = await Task.WhenAll(present
            .Where(member => records[member.Number].Number is not null || taken is not null)
            .Select(member => ClaimAsync(household, member, records[member.Number].Number, taken!, cancellationToken)));
        return new Numbering(
            claims.Where(claim => claim.Number is not null).ToDictionary(claim => claim.Member, claim => claim.Number!),
            [
                .. claims.Select(claim => claim.Problem).OfType<HouseholdProblem>().OrderBy(problem => problem.Member),
                .. UnreadPhones(household, present),
                .. taken is null ? [new HouseholdProblem(HouseholdProblem.NumbersExhausted)] : Array.Empty<HouseholdProblem>(),
            ]);
    }

    private static IEnumerable<HouseholdProblem> UnreadPhones(Household household, IEnumerable<Member> present) =>
    [
        .. household is { Phone: null, PhoneAsGiven: not null } ? [new HouseholdProblem(HouseholdProblem.PhoneUnread)] : Array.Empty<HouseholdProblem>(),
        .. present.Where(member => member is { Phone: null, PhoneAsGiven: not null }).Select(member => new HouseholdProblem(HouseholdProblem.PhoneUnread, member.Number)),
    ];

    private async Task<Claim> ClaimAsync(
        Household household, Member member, string? number, IReadOnlyDictionary<int, RecordNumber> taken, CancellationToken cancellationToken)
    {
        var wanted = number ?? taken[member.Number].ToString();
        if (member.IdNumber is null) { return new Claim(member.Number, wanted, new HouseholdProblem(HouseholdProblem.IdMissing, member.Number)); }
        var identity = await identities.ClaimAsync(
            member.IdNumber, new Identity(household.Id, member.Number, wanted, household.Version), keepNumber: number is not null, cancellationToken);
        if (identity.Household != household.Id || identity.Member != member.Number)
        {
            return new Claim(member.Number, number, new HouseholdProblem(HouseholdProblem.IdentityHeld, member.Number, identity.Household?.Value));
        }

        if (identity.RecordNumber != wanted && RecordNumber.TryParse(identity.RecordNumber, out var kept))
        {
            // The person brought a number along: from now on it leads here.
            await numbers.PointAsync(kept, household.Id, member.Number, cancellationToken);
        }

        return new Claim(member.Number, identity.RecordNumber, null);
    }

    private sealed record Claim(int Member, string? Number, HouseholdProblem? Problem);
}
