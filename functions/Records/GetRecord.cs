using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Records.Photographs;

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
)
{
    /// <returns>Null where the member is none of the household, or has no record number yet.</returns>
    internal static RecordView? In(HouseholdPartition partition, int memberNumber)
    {
        var household = partition.Household;
        if (household.Members.FirstOrDefault(member => member.Number == memberNumber) is not { RecordNumber: not null } summary)
        {
            return null;
        }
        var record =
            partition.Find(HealthRecord.StoredAs.Of(memberNumber))
            ?? throw new InvalidOperationException("A member has a record number and no record.");
        return new RecordView(
            record.Number!,
            household.Id.Value,
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
    }
}

/// <param name="Household">Whose partition the record stands in, where the caller may see it.</param>
/// <param name="Photographs">Of its entries, where the caller may see it.</param>
public sealed record GetRecordResult(
    HouseholdAccess Access,
    RecordView? View = null,
    HouseholdId Household = default,
    MemberPhotographs? Photographs = null
);

/// <summary>A record by its number: who bears it, then the household with the record; a point read and a partition read.</summary>
public sealed class GetRecordHandler(RecordNumberTable numbers, HouseholdTable households)
{
    public async Task<GetRecordResult> HandleAsync(RecordNumber number, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        if (
            await numbers.FindAsync(number, cancellationToken) is not var (id, member)
            || await households.ReadAsync(id, cancellationToken) is not { } partition
            || RecordView.In(partition, member) is not { } view
        )
        {
            return new GetRecordResult(HouseholdAccess.Hidden);
        }

        var access = caller.To(partition.Household, member, hasReason);
        if (access < HouseholdAccess.Look)
        {
            return new GetRecordResult(access);
        }
        // A number that was taken and not used, because the person already had another.
        return partition.Find(HealthRecord.StoredAs.Of(member))!.IsUnder(number)
            ? new GetRecordResult(access, view, id, MemberPhotographs.Of(partition, member))
            : new GetRecordResult(HouseholdAccess.Hidden);
    }
}
