using System.Diagnostics;
using Alleviation.Functions.Platform.Queues;
using Microsoft.Extensions.Logging;

namespace Alleviation.Functions.Households;

/// <summary>
/// Waits for an announced commit. It is usually just behind its message; where it is not, the message returns later; and after the
/// last delivery the change was never made (its maker crashed, or was refused), which is no fault of the message.
/// </summary>
public sealed partial class AnnouncedHousehold(HouseholdTable households, TimeProvider clock, ILogger<AnnouncedHousehold> log)
{
    private static readonly TimeSpan[] Looks = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(200)];

    /// <summary>The header, once it has the announced version or a later one; null when the change was never made.</summary>
    public Task<StoredHousehold?> FindAsync<T>(Delivery<T> delivery, CancellationToken cancellationToken)
        where T : IHouseholdMessage => AwaitAsync(delivery, households.FindAsync, stored => stored.Household.Version, cancellationToken);

    /// <summary>The partition, once it has the announced version or a later one; null when the change was never made.</summary>
    public Task<HouseholdPartition?> ReadAsync<T>(Delivery<T> delivery, CancellationToken cancellationToken)
        where T : IHouseholdMessage => AwaitAsync(delivery, households.ReadAsync, partition => partition.Household.Version, cancellationToken);

    private async Task<TFound?> AwaitAsync<T, TFound>(
        Delivery<T> delivery,
        Func<HouseholdId, CancellationToken, Task<TFound?>> find,
        Func<TFound, int> versionOf,
        CancellationToken cancellationToken)
        where T : IHouseholdMessage
        where TFound : class
    {
        var message = delivery.Message;
        if (!HouseholdId.TryParse(message.Household, out var id)) { throw new FormatException("A message points at no household id."); }
        Activity.Current?.SetTag("alleviation.household", id.Value);
        for (var look = 0; ; look++)
        {
            if (await find(id, cancellationToken) is { } found && versionOf(found) >= message.HouseholdVersion) { return found; }
            if (look == Looks.Length) { break; }
            await Task.Delay(Looks[look], clock, cancellationToken);
        }

        if (!delivery.IsLast) { throw new ChangeNotThereYetException(); }
        NeverMade(message.Household, message.HouseholdVersion);
        return null;
    }

    [LoggerMessage(LogLevel.Warning, "Version {Version} of household {Household} was announced but never committed")]
    private partial void NeverMade(string household, int version);
}

/// <summary>The announced commit has not been made yet; the message has to return.</summary>
public sealed class ChangeNotThereYetException() : Exception("The announced change is not there yet; the message will return.");
