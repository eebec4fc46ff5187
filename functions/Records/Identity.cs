using Alleviation.Functions.Households;

namespace Alleviation.Functions.Records;

/// <summary>Who holds a citizen ID.</summary>
/// <param name="Household">Null while nobody does.</param>
/// <param name="RecordNumber">17 digits; the person's, whichever household holds the identity. Empty where nothing is known of the
/// person.</param>
/// <param name="Since">The household's version that claimed it.</param>
public sealed record Identity(HouseholdId? Household, int Member, string RecordNumber, int Since)
{
    private const char Separator = ',';

    /// <summary>The record stands where its number leads, in another household, and has to be brought here.</summary>
    public bool IsArriving { get; init; }

    /// <summary>Ids of the households that have enrolled the person too and wait, the first one first.</summary>
    public string Waiting { get; init; } = "";

    public IEnumerable<HouseholdId> WaitingHouseholds =>
        Waiting
            .Split(Separator, StringSplitOptions.RemoveEmptyEntries)
            .Select(text => HouseholdId.TryParse(text, out var id) ? id : throw new FormatException("No household id."));

    public bool IsHeldAt(PersonPlace place) => Household == place.Household && Member == place.Member;

    /// <summary>This after a claim; pure.</summary>
    public Identity ClaimedAs(Identity wanted)
    {
        if (Household is { } holder && (holder != wanted.Household || Member != wanted.Member))
        {
            return holder == wanted.Household ? this : With(Waiters.Append(wanted.Household!.Value.Value));
        }
        if (Household is not null)
        {
            return Since >= wanted.Since ? this : this with { Since = wanted.Since };
        }
        var claimed = this with { Household = wanted.Household, Member = wanted.Member, Since = wanted.Since };
        return (RecordNumber.Length == 0 ? claimed with { RecordNumber = wanted.RecordNumber } : claimed with { IsArriving = true }).With(
            Waiters.Where(waiter => waiter != wanted.Household!.Value.Value)
        );
    }

    /// <summary>This once a member holds or awaits it no longer; pure.</summary>
    public Identity ReleasedBy(PersonPlace place, int since, bool wasNotTheirs)
    {
        if (!IsHeldAt(place))
        {
            return Household == place.Household ? this : With(Waiters.Where(waiter => waiter != place.Household.Value));
        }
        if (Since >= since)
        {
            return this;
        }
        var free = this with { Household = null, Member = 0 };
        // A record that has not come yet is the person's, wherever it stands; what the member has is not.
        return wasNotTheirs && !IsArriving ? free with { RecordNumber = "" } : free;
    }

    private IEnumerable<string> Waiters => Waiting.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    private Identity With(IEnumerable<string> waiting) =>
        this with
        {
            Waiting = string.Join(Separator, waiting.Distinct(StringComparer.Ordinal)),
        };
}
