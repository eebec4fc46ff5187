using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Records.Photographs;

/// <param name="Picture">A JPEG; null where the caller may not see it, and where it is not there.</param>
public sealed record GetPhotographResult(HouseholdAccess Access, byte[]? Picture = null);

/// <summary>One picture, or its preview, to whoever may read the record that it belongs to.</summary>
public sealed class GetPhotographHandler(HouseholdTable households, PhotographTable photographs)
{
    /// <param name="isPreview">The small one; where there is none, as of those that came before there were any, the picture.</param>
    public async Task<GetPhotographResult> HandleAsync(
        PhotographKey key,
        bool isPreview,
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
        if (access < HouseholdAccess.Look || MemberPhotographs.Of(partition, key.Member).Find(key.Id) is not { IsPresent: true })
        {
            return new GetPhotographResult(access);
        }
        var preview = isPreview ? await photographs.FindPreviewAsync(key, cancellationToken) : null;
        return new GetPhotographResult(access, preview ?? await photographs.FindAsync(key, cancellationToken));
    }
}
