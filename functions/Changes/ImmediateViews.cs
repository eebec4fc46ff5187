using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Queues;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Changes;

/// <summary>
/// Shows a change as soon as it is committed, and then takes its message back. The message comes only where something is left to do, such
/// as after the host has died in between.
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
    /// The announcement of a change that is going to be shown at once. Where a list is entered or left, the message does the whole work
    /// when it comes: a line that a dying host wrote after newer ones were shown has to go.
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
        // Where a list was left, the message clears it once more: whoever was adding the household to it may finish only now.
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
