using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Contracts;

/// <summary>A contract as it is recorded.</summary>
/// <param name="SignedBy">A grown-up member; where the household has none, the member for whom the guardian signed.</param>
/// <param name="Guardian">The guardian's name, where nobody of the household is of age.</param>
public sealed record SignContractRequest(string? Package, DateOnly? SignedOn, string? Method, int? SignedBy, string? Guardian = null);

public enum SignContractOutcome
{
    Signed,

    /// <summary>The year's contract says something else now.</summary>
    Changed,

    /// <summary>It says so already. Nothing changed.</summary>
    Unchanged,

    /// <summary>There is one, and the caller did not say which version was read.</summary>
    VersionRequired,

    /// <summary>Somebody changed it since the version given. Nothing changed.</summary>
    ChangedMeanwhile,

    /// <summary>The caller may see the household and is neither its health worker nor responsible for it.</summary>
    NotResponsible,

    /// <summary>It did not pass the checks. Nothing changed.</summary>
    Invalid,

    NotFound,
}

public sealed record SignContractResult(SignContractOutcome Outcome, Contract? Contract = null, IReadOnlyList<FieldError>? Errors = null);

/// <summary>Records that a household signed for a year, or changes what was recorded.</summary>
public sealed class SignContractHandler(
    HouseholdTable households,
    HouseholdChanges changes,
    GetContractHandler contracts,
    ContractCheck check,
    ServicePackages packages,
    TimeProvider clock
)
{
    /// <summary>Contracts whose promise is counted: the present year's, and one that is signed ahead.</summary>
    private const int YearsCounted = 2;

    /// <summary>Years that the header names, for lists.</summary>
    private const int YearsNamed = 5;

    public Task<SignContractResult> HandleAsync(
        HouseholdId id,
        int year,
        int? version,
        SignContractRequest command,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        ConflictRetry.RunAsync(
            async token =>
            {
                if (await households.ReadAsync(id, token) is not { } read || !caller.MayCareFor(read.Household))
                {
                    return Attempt.Done(new SignContractResult(SignContractOutcome.NotFound));
                }
                // What has been given this year counts from the first day on; an entry that comes meanwhile makes a new version.
                var given = await contracts.EntriesOfAsync(id, year, read.Household.PresentMembers.Select(member => member.Number), token);
                var now = clock.GetUtcNow();
                var changed = await changes.ChangeAsync(
                    id,
                    partition =>
                        partition.Household.Version == read.Household.Version
                            ? Decide(partition, year, version, command, caller, given, now)
                            : HouseholdUpdate.None<SignContractResult?>(null),
                    token
                );
                return changed switch
                {
                    null => Attempt.Done(new SignContractResult(SignContractOutcome.NotFound)),
                    { Outcome: { } result } => Attempt.Done(result),
                    _ => Attempt.Overtaken<SignContractResult>(),
                };
            },
            cancellationToken
        );

    private HouseholdUpdate<SignContractResult?> Decide(
        HouseholdPartition partition,
        int year,
        int? version,
        SignContractRequest command,
        Caller caller,
        IReadOnlyList<Entry> given,
        DateTimeOffset now
    )
    {
        var household = partition.Household;
        if (!caller.MayCareFor(household))
        {
            return Not(SignContractOutcome.NotFound);
        }
        if (caller.Role is Role.Physician && caller.PhysicianId != household.PhysicianId)
        {
            return Not(SignContractOutcome.NotResponsible);
        }
        var stored = partition.Find(Contract.StoredAs.Of(0, Contract.YearId(year)));
        var (contract, errors) = check.Check(household, year, command, caller.AccountId, now);
        if (contract is null)
        {
            return HouseholdUpdate.None<SignContractResult?>(new SignContractResult(SignContractOutcome.Invalid, stored, errors));
        }
        if (stored is not null)
        {
            if (contract.SaysTheSameAs(stored))
            {
                return Not(SignContractOutcome.Unchanged, stored);
            }
            if (version is null)
            {
                return Not(SignContractOutcome.VersionRequired);
            }
            contract = contract with { Version = stored.Version + 1 };
        }

        if (version is { } read && read != (stored?.Version ?? 0))
        {
            return Not(SignContractOutcome.ChangedMeanwhile, stored);
        }
        var ledger = Fulfilment.LedgerOf(contract, packages.Find(contract.Package), given);
        return Change(partition, contract, ledger, stored is null ? SignContractOutcome.Signed : SignContractOutcome.Changed, now);
    }

    private static HouseholdUpdate<SignContractResult?> Change(
        HouseholdPartition partition,
        Contract contract,
        ContractLedger ledger,
        SignContractOutcome outcome,
        DateTimeOffset now
    )
    {
        var household = partition.Household with
        {
            ContractYears = [.. partition.Household.ContractYears.Append(contract.Year).Distinct().OrderDescending().Take(YearsNamed)],
            Contracts =
            [
                .. partition
                    .Household.Contracts.Where(known => known.Year != contract.Year)
                    .Append(ledger)
                    .OrderByDescending(known => known.Year)
                    .Take(YearsCounted),
            ],
        };
        var entry = new Entry(contract.SignedBy, now, "contract", $"{contract.Year}-{contract.Version}", contract.RecordedBy)
        {
            Reference = contract.Package,
        };
        var withEntry = NewEntry.In(partition, household, entry);
        return HouseholdUpdate.Of<SignContractResult?>(
            new SignContractResult(outcome, contract),
            withEntry.Household,
            [Contract.StoredAs.Of(0, Contract.YearId(contract.Year)).Put(contract), .. withEntry.Changes]
        );
    }

    private static HouseholdUpdate<SignContractResult?> Not(SignContractOutcome outcome, Contract? contract = null) =>
        HouseholdUpdate.None<SignContractResult?>(new SignContractResult(outcome, contract));
}
