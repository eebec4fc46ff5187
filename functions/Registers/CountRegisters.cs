using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Worklists;

namespace Alleviation.Functions.Registers;

/// <param name="IsMore">There are, or may be, more than that.</param>
public sealed record RegisterCount(string Code, int People, bool IsMore)
{
    /// <summary>Whoever has more in a register needs no exact number.</summary>
    private const int MaxPeople = 999;

    /// <param name="isPart">Not all households were looked at.</param>
    internal static RegisterCount Of(Register register, IReadOnlyList<ListedPerson> people, bool isPart, DateOnly today)
    {
        var count = people.Count(person => register.Holds(person, today));
        return new RegisterCount(register.Code, Math.Min(count, MaxPeople), isPart || count > MaxPeople);
    }
}

/// <summary>
/// How many people each register holds: one look through the keys of a region's households, and what little stands sealed beside each.
/// A person gets older without anybody changing anything, so it is counted when it is asked.
/// </summary>
public sealed class CountRegistersHandler(VillageTable villages, WorklistTable worklists, RegisterCatalogue registers, TimeProvider clock)
{
    /// <summary>Households that are looked at, five pages of storage: several times what a township has.</summary>
    private const int MaxHouseholds = 5_000;

    /// <param name="region">A township's or village's code.</param>
    public async Task<IReadOnlyList<RegisterCount>> OfRegionAsync(string region, CancellationToken cancellationToken)
    {
        var (people, isPart) = await villages.ListPeopleAsync(region, physician: null, MaxHouseholds, cancellationToken);
        return Count(people, isPart);
    }

    public async Task<IReadOnlyList<RegisterCount>> OfPanelAsync(PhysicianId physician, CancellationToken cancellationToken)
    {
        var (people, isPart) = (new List<ListedPerson>(), false);
        foreach (var township in await worklists.ListTownshipsAsync(physician.Value, cancellationToken))
        {
            var (found, isMore) = await villages.ListPeopleAsync(township, physician, MaxHouseholds, cancellationToken);
            people.AddRange(found);
            isPart |= isMore;
        }
        return Count(people, isPart);
    }

    private IReadOnlyList<RegisterCount> Count(IReadOnlyList<ListedPerson> people, bool isPart)
    {
        var today = clock.Today();
        return [.. registers.All.Select(register => RegisterCount.Of(register, people, isPart, today))];
    }
}
