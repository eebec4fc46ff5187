using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
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
public sealed class SignContractHandler(HouseholdChanges changes, ContractCheck check, TimeProvider clock)
{
    /// <summary>Years that the header names, for lists.</summary>
    private const int YearsNamed = 5;

    public async Task<SignContractResult> HandleAsync(
        HouseholdId id,
        int year,
        int? version,
        SignContractRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var changed = await changes.ChangeAsync(id, partition => Decide(partition, year, version, command, caller, now), cancellationToken);
        return changed?.Outcome ?? new SignContractResult(SignContractOutcome.NotFound);
    }

    private HouseholdUpdate<SignContractResult> Decide(
        HouseholdPartition partition,
        int year,
        int? version,
        SignContractRequest command,
        Caller caller,
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
            return HouseholdUpdate.None(new SignContractResult(SignContractOutcome.Invalid, stored, errors));
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
        return Change(partition, contract, stored is null ? SignContractOutcome.Signed : SignContractOutcome.Changed, now);
    }

    private static HouseholdUpdate<SignContractResult> Change(
        HouseholdPartition partition,
        Contract contract,
        SignContractOutcome outcome,
        DateTimeOffset now
    )
    {
        var household = partition.Household with
        {
            ContractYears = [.. partition.Household.ContractYears.Append(contract.Year).Distinct().OrderDescending().Take(YearsNamed)],
        };
        var entry = new Entry(contract.SignedBy, now, "contract", $"{contract.Year}-{contract.Version}", contract.RecordedBy)
        {
            Reference = contract.Package,
        };
        var withEntry = NewEntry.In(partition, household, entry);
        return HouseholdUpdate.Of(
            new SignContractResult(outcome, contract),
            withEntry.Household,
            [Contract.StoredAs.Of(0, Contract.YearId(contract.Year)).Put(contract), .. withEntry.Changes]
        );
    }

    private static HouseholdUpdate<SignContractResult> Not(SignContractOutcome outcome, Contract? contract = null) =>
        HouseholdUpdate.None(new SignContractResult(outcome, contract));
}
