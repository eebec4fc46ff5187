using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Queues;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Changes;

/// <summary>
/// Shows a change as soon as it is committed, by whoever made it. Its message is then taken back: it is for the case that the host dies in
/// between, and comes only where something is left to do.
/// </summary>
public sealed partial class ImmediateViews(
    HouseholdViews views,
    MessageSender messages,
    IOptions<ChangesOptions> options,
    ILogger<ImmediateViews> log
)
{
    /// <summary>How long the announcement waits.</summary>
    public TimeSpan ShownWithin => options.Value.ShownWithin;

    /// <summary>
    /// The announcement of a change that is going to be shown at once. Where a list is entered or left and it still comes, it does the
    /// whole work: a line that a dying host wrote late, when newer ones were shown, has to go.
    /// </summary>
    public static HouseholdChanged AnnouncementOf(Household before, Household next) =>
        new(
            next.Id.Value,
            next.Version,
            IsShown: !Leaves(before, next) && !Leaves(next, before),
            IsByCall: AuditedCall.Current is not null
        );

    /// <param name="mark">What was shown before, as it was read.</param>
    /// <returns>False where that is left to the message.</returns>
    public async Task<bool> ShowAsync(Household before, Household next, StoredProjectionState? mark, SentMessage announcement)
    {
        var leaves = Leaves(before, next);
        try
        {
            // Not the caller's token: what is committed is shown, also to who hung up.
            if (!await views.ShowAsync(next, mark, mayHaveMoved: leaves, CancellationToken.None))
            {
                return false;
            }
        }
        catch (Exception fault) when (StorageFault.IsOne(fault))
        {
            NotShown(next.Id.Value, next.Version, FaultTrace.Of(fault));
            return false;
        }
        // What is left is looked at once more, when whoever was about to enter it has done so or given up.
        if (!leaves)
        {
            await AuditedCall.AfterwardsAsync(() => messages.TakeBackAsync(announcement));
        }
        return true;
    }

    private static bool Leaves(Household before, Household next) =>
        before.VillageCode != next.VillageCode || before.ListedWith.Except(next.ListedWith, StringComparer.Ordinal).Any();

    [LoggerMessage(
        LogLevel.Warning,
        "Version {Version} of household {Household} is committed and not shown yet; its message will show it: {Fault}"
    )]
    private partial void NotShown(string household, int version, string fault);
}
