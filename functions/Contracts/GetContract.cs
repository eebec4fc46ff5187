using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Contracts;

public sealed record GetContractResult(HouseholdAccess Access, ContractView? View = null, ContractList? List = null);

/// <summary>
/// A year's contract with what was given of it: the household, and one range of entries for each member who was promised something.
/// </summary>
public sealed class GetContractHandler(HouseholdTable households, ListEntriesBetweenHandler entries, ServicePackages packages)
{
    public async Task<GetContractResult> HandleAsync(
        HouseholdId id,
        int year,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        var (access, partition) = await FindAsync(id, caller, hasReason, cancellationToken);
        return partition is not null && partition.Find(Contract.StoredAs.Of(0, Contract.YearId(year))) is { } contract
            ? new GetContractResult(access, await ViewAsync(id, contract, cancellationToken))
            : new GetContractResult(access);
    }

    public async Task<GetContractResult> HandleAsync(HouseholdId id, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        var (access, partition) = await FindAsync(id, caller, hasReason, cancellationToken);
        if (partition is null)
        {
            return new GetContractResult(access);
        }
        var contracts = partition.List(Contract.StoredAs.AllOf(0)).OrderByDescending(contract => contract.Year);
        return new GetContractResult(
            access,
            List: new ContractList([
                .. contracts.Select(signed => new ContractSummary(
                    signed.Year,
                    signed.Version,
                    signed.Package,
                    signed.SignedOn,
                    signed.PhysicianId
                )),
            ])
        );
    }

    public async Task<ContractView> ViewAsync(HouseholdId id, Contract contract, CancellationToken cancellationToken)
    {
        var members = contract.Services.Select(service => service.Member).Distinct();
        var given = await EntriesOfAsync(id, contract.Year, members, cancellationToken);
        var package = packages.Find(contract.Package);
        return ContractView.Of(contract, package, Fulfilment.Of(contract, package, given.ToLookup(entry => entry.Member)));
    }

    /// <summary>What was written down for members within a year.</summary>
    public async Task<IReadOnlyList<Entry>> EntriesOfAsync(
        HouseholdId id,
        int year,
        IEnumerable<int> members,
        CancellationToken cancellationToken
    )
    {
        var (from, before) = (StartOf(year), StartOf(year + 1));
        var ofMembers = await Task.WhenAll(members.Select(member => entries.HandleAsync(id, member, from, before, cancellationToken)));
        return [.. ofMembers.SelectMany(list => list)];
    }

    private async Task<(HouseholdAccess Access, HouseholdPartition? Partition)> FindAsync(
        HouseholdId id,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        if (await households.ReadAsync(id, cancellationToken) is not { } partition)
        {
            return (HouseholdAccess.Hidden, null);
        }
        var access = caller.To(partition.Household, hasReason);
        return (access, access >= HouseholdAccess.Look ? partition : null);
    }

    private static DateTimeOffset StartOf(int year) => new(year, 1, 1, 0, 0, 0, ChinaTime.Offset);
}
