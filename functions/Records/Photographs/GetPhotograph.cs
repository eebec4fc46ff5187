using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Records.Photographs;

/// <param name="Picture">A JPEG; null where the caller may not see it, and where it is not there.</param>
public sealed record GetPhotographResult(HouseholdAccess Access, byte[]? Picture = null);

/// <summary>One picture, to whoever may read the record that it belongs to.</summary>
public sealed class GetPhotographHandler(HouseholdTable households, PhotographTable photographs)
{
    public async Task<GetPhotographResult> HandleAsync(
        PhotographKey key,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        if (
            await households.ReadAsync(key.Household, cancellationToken) is not { } partition
            || partition.Household.Members.All(member => member.Number != key.Member)
        )
        {
            return new GetPhotographResult(HouseholdAccess.Hidden);
        }
        var access = caller.To(partition.Household, key.Member, hasReason);
        return access >= HouseholdAccess.Look && MemberPhotographs.Of(partition, key.Member).Find(key.Id) is { IsPresent: true }
            ? new GetPhotographResult(access, await photographs.FindAsync(key, cancellationToken))
            : new GetPhotographResult(access);
    }
}
