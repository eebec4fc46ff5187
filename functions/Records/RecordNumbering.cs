using Alleviation.Functions.Households;

namespace Alleviation.Functions.Records;

/// <summary>What numbering made of a household's members.</summary>
/// <param name="Numbers">By member: the record number, 17 digits. A member whose identity another household holds has none.</param>
internal sealed record Numbering(IReadOnlyDictionary<int, string> Numbers, IReadOnlyList<HouseholdProblem> Problems)
{
    /// <summary>Members whose record has to be brought here before anything is built on it.</summary>
    public IReadOnlyList<Arrival> Arrivals { get; init; } = [];
}

/// <param name="Number">The person's, which leads to where the record stands.</param>
internal sealed record Arrival(int Member, string IdNumber, RecordNumber Number)
{
    public override string ToString() => nameof(Arrival);
}

/// <summary>
/// Gives each member a record number, once: numbers are taken from the village, then claimed with the identity. Whoever claims an
/// identity first decides its number, so that a message delivered twice, or two at once, end with the same numbers.
/// </summary>
public sealed class RecordNumbering(RecordNumberTable numbers, IdentityTable identities, IdentityWaits waits)
{
    internal async Task<Numbering> AssignAsync(
        Household household,
        IReadOnlyList<Member> members,
        IReadOnlyDictionary<int, HealthRecord> records,
        CancellationToken cancellationToken
    )
    {
        foreach (var held in household.ToRelease)
        {
            await ReleaseAsync(household, held, members, cancellationToken);
        }

        var present = members.Where(member => member.Departure is null).ToList();
        var unnumbered = present.Where(member => records[member.Number].Number is null).Select(member => member.Number).ToList();
        IReadOnlyDictionary<int, RecordNumber>? taken = new Dictionary<int, RecordNumber>();
        if (unnumbered.Count > 0)
        {
            taken = await numbers.TakeAsync(household.VillageCode, household.Id, unnumbered, cancellationToken);
        }

        var claims = await Task.WhenAll(
            present
                .Where(member => records[member.Number].Number is not null || taken is not null)
                .Select(member => ClaimAsync(household, member, records[member.Number].Number, taken!, cancellationToken))
        );
        return new Numbering(
            claims.Where(claim => claim.Number is not null).ToDictionary(claim => claim.Member, claim => claim.Number!),
            [
                .. claims.Select(claim => claim.Problem).OfType<HouseholdProblem>().OrderBy(problem => problem.Member),
                .. UnreadPhones(household, present),
                .. taken is null ? [new HouseholdProblem(HouseholdProblem.NumbersExhausted)] : Array.Empty<HouseholdProblem>(),
            ]
        )
        {
            Arrivals = [.. claims.Select(claim => claim.Arrival).OfType<Arrival>()],
        };
    }

    /// <summary>The person has been brought: the next claim finds nothing to bring.</summary>
    internal Task SettleAsync(HouseholdId household, Arrival arrival, CancellationToken cancellationToken) =>
        identities.SettleAsync(arrival.IdNumber, new PersonPlace(household, arrival.Member), cancellationToken);

    private async Task ReleaseAsync(
        Household household,
        HeldIdentity held,
        IReadOnlyList<Member> members,
        CancellationToken cancellationToken
    )
    {
        var isSomebodyElse = members.FirstOrDefault(member => member.Number == held.Member)?.IdNumber != held.IdNumber;
        var identity = await identities.ReleaseAsync(
            held.IdNumber,
            new PersonPlace(household.Id, held.Member),
            household.Version,
            isSomebodyElse,
            cancellationToken
        );
        await waits.WakeAsync(identity, cancellationToken);
        await waits.TellHolderAsync(identity, cancellationToken);
    }

    private static IEnumerable<HouseholdProblem> UnreadPhones(Household household, IEnumerable<Member> present) =>
        [
            .. household is { Phone: null, PhoneAsGiven: not null }
                ? [new HouseholdProblem(HouseholdProblem.PhoneUnread)]
                : Array.Empty<HouseholdProblem>(),
            .. present
                .Where(member => member is { Phone: null, PhoneAsGiven: not null })
                .Select(member => new HouseholdProblem(HouseholdProblem.PhoneUnread, member.Number)),
        ];

    private async Task<Claim> ClaimAsync(
        Household household,
        Member member,
        string? number,
        IReadOnlyDictionary<int, RecordNumber> taken,
        CancellationToken cancellationToken
    )
    {
        var wanted = number ?? taken[member.Number].ToString();
        if (member.IdNumber is null)
        {
            return new Claim(member.Number, wanted, new HouseholdProblem(HouseholdProblem.IdMissing, member.Number));
        }
        var identity = await identities.ClaimAsync(
            member.IdNumber,
            new Identity(household.Id, member.Number, wanted, household.Version),
            cancellationToken
        );
        if (!identity.IsHeldAt(new PersonPlace(household.Id, member.Number)))
        {
            await waits.TellHolderAsync(identity, cancellationToken);
            return new Claim(
                member.Number,
                number,
                new HouseholdProblem(HouseholdProblem.IdentityHeld, member.Number, identity.Household?.Value)
            );
        }

        var problem = identity.Waiting.Length > 0 ? new HouseholdProblem(HouseholdProblem.IdentityWanted, member.Number) : null;
        return new Claim(member.Number, identity.RecordNumber, problem)
        {
            Arrival =
                identity.IsArriving && RecordNumber.TryParse(identity.RecordNumber, out var recordNumber)
                    ? new Arrival(member.Number, member.IdNumber, recordNumber)
                    : null,
        };
    }

    private sealed record Claim(int Member, string? Number, HouseholdProblem? Problem)
    {
        public Arrival? Arrival { get; init; }
    }
}
