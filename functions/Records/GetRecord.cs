using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Records;

/// <summary>A record as it is answered.</summary>
public sealed record RecordView(
    string RecordNumber,
    string HouseholdId,
    int HouseholdVersion,
    int Member,
    string Name,
    string Sex,
    DateOnly? BornOn,
    DateOnly? OpenedOn,
    BasicInformation BasicInformation,
    IReadOnlyList<Condition> Conditions,
    IReadOnlyList<Reading> LatestReadings,
    DateTimeOffset? LastEntryAt
);

/// <param name="Household">Whose partition the record stands in, where the caller may see it.</param>
public sealed record GetRecordResult(HouseholdAccess Access, RecordView? View = null, HouseholdId Household = default);

/// <summary>A record by its number: who bears it, the header for the scope, the record; three point reads.</summary>
public sealed class GetRecordHandler(RecordNumberTable numbers, HouseholdTable households, HouseholdDocuments documents)
{
    public async Task<GetRecordResult> HandleAsync(RecordNumber number, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        if (
            await numbers.FindAsync(number, cancellationToken) is not var (id, memberNumber)
            || await households.FindAsync(id, cancellationToken) is not { Household: var household }
            || household.Members.FirstOrDefault(member => member.Number == memberNumber) is not { RecordNumber: not null } summary
        )
        {
            return new GetRecordResult(HouseholdAccess.Hidden);
        }

        var access = caller.To(household, memberNumber, hasReason);
        if (access < HouseholdAccess.Look)
        {
            return new GetRecordResult(access);
        }
        var record =
            await documents.FindAsync(id, HealthRecord.StoredAs.Of(memberNumber), cancellationToken)
            ?? throw new InvalidOperationException("A member has a record number and no record.");
        // A number that was taken and not used, for its bearer had another.
        if (record.Number != number.ToString() && !record.OtherNumbers.Contains(number.ToString(), StringComparer.Ordinal))
        {
            return new GetRecordResult(HouseholdAccess.Hidden);
        }
        var view = new RecordView(
            record.Number!,
            id.Value,
            household.Version,
            memberNumber,
            summary.Name,
            summary.Sex,
            summary.BornOn,
            record.OpenedOn,
            record.BasicInformation,
            record.Conditions,
            record.LatestReadings,
            record.LastEntryAt
        );
        return new GetRecordResult(access, view, id);
    }
}
