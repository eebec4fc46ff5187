using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Enrolment;

/// <summary>What to look for; sent in a body, for an address is written down in too many places. One of the three.</summary>
/// <param name="Name">Of any member, or a part of it, such as the given name; within one village or township. Blanks, dots and widths do
/// not count.</param>
public sealed record SearchHouseholdsRequest(
    string? IdNumber = null,
    string? RegistrationNumber = null,
    string? Name = null,
    string? Region = null
)
{
    internal int Keys => new[] { IdNumber, RegistrationNumber, Name }.Count(key => !string.IsNullOrWhiteSpace(key));

    /// <summary>A record would print whom is looked for.</summary>
    public override string ToString() => nameof(SearchHouseholdsRequest);
}

/// <summary>Finds households in the caller's scope. A citizen ID or a registration number is looked up by its fingerprint.</summary>
public sealed class SearchHouseholdsHandler(
    HouseholdTable households,
    IdentityTable identities,
    VillageTable villages,
    Regions regions,
    Fingerprinter fingerprinter,
    TimeProvider clock
)
{
    private const int MaxFound = 50;

    public async Task<(IReadOnlyList<HouseholdLine> Found, IReadOnlyList<FieldError> Errors)> HandleAsync(
        SearchHouseholdsRequest query,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (query.Keys is not 1)
        {
            return ([], [new FieldError("name", query.Keys is 0 ? "required" : "one-key")]);
        }
        if (!string.IsNullOrWhiteSpace(query.IdNumber))
        {
            if (!CitizenId.TryParse(query.IdNumber, clock.Today(), out var id, out var flaw))
            {
                return ([], [new FieldError("idNumber", flaw)]);
            }
            var identity = await identities.FindAsync(id.Value, cancellationToken);
            return (await LinesOfAsync(identity?.Household, identity?.Member, caller, cancellationToken), []);
        }

        if (!string.IsNullOrWhiteSpace(query.RegistrationNumber))
        {
            var number = EnrolmentCheck.NormaliseRegistrationNumber(query.RegistrationNumber);
            if (!EnrolmentCheck.IsRegistrationNumber(number))
            {
                return ([], [new FieldError("registrationNumber", "registration-form")]);
            }
            var id = HouseholdId.OfFingerprint(fingerprinter.Of(HouseholdId.FingerprintPurpose, number));
            return (await LinesOfAsync(id, member: null, caller, cancellationToken), []);
        }

        if (
            query.Region is null
            || regions.Find(query.Region) is not { Level: RegionLevel.Township or RegionLevel.Village }
            || !caller.Covers(query.Region)
        )
        {
            return ([], [new FieldError("region", "village-not-yours")]);
        }

        return (await ByNameAsync(query.Region, NameForm.Of(query.Name!), caller, cancellationToken), []);
    }

    /// <param name="member">Whom it was looked up by; null for the household's own number.</param>
    private async Task<IReadOnlyList<HouseholdLine>> LinesOfAsync(
        HouseholdId? id,
        int? member,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (id is not { } known || await households.ReadAsync(known, cancellationToken) is not { } partition)
        {
            return [];
        }
        var household = partition.Household;
        // That somebody else lives there is told to no guest.
        var access = member is null ? caller.ToSomeOf(household, hasReason: false) : caller.To(household, member, hasReason: false);
        return access >= HouseholdAccess.Look
            ? [HouseholdLine.Of(new VillageHousehold(household, household.StatusWhen(partition.IsShown)), caller, hasReason: false)]
            : [];
    }

    private async Task<IReadOnlyList<HouseholdLine>> ByNameAsync(
        string region,
        string name,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var found = new List<HouseholdLine>();
        await foreach (var row in villages.ListByRegionAsync(region, cancellationToken))
        {
            // A physician's region holds households of other panels, too.
            if (row.Household.SeenBy(caller, hasReason: false).Members.Any(member => NameForm.Matches(member.Name, name)))
            {
                found.Add(HouseholdLine.Of(row, caller, hasReason: false));
            }

            if (found.Count == MaxFound)
            {
                break;
            }
        }

        return found;
    }
}
