using System.Diagnostics;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Queues;
using Microsoft.Extensions.Logging;

namespace Alleviation.Functions.Households;

/// <summary>
/// Waits for an announced commit. It is usually just behind its message; where it is not, the message returns later; and after the
/// last delivery the change was never made (its maker crashed, or was refused), which is not a failure of the message.
/// </summary>
public sealed partial class AnnouncedHousehold(HouseholdTable households, TimeProvider clock, ILogger<AnnouncedHousehold> log)
{
    private static readonly TimeSpan[] Looks =
    [
        TimeSpan.FromMilliseconds(50),
        TimeSpan.FromMilliseconds(100),
        TimeSpan.FromMilliseconds(200),
    ];

    /// <summary>The header, once it has the announced version or a later one; null when the change was never made.</summary>
    public Task<StoredHousehold?> FindAsync<T>(Delivery<T> delivery, CancellationToken cancellationToken)
        where T : IHouseholdMessage => AwaitAsync(delivery, households.FindAsync, stored => stored.Household.Version, cancellationToken);

    /// <summary>The partition, once it has the announced version or a later one; null when the change was never made.</summary>
    public Task<HouseholdPartition?> ReadAsync<T>(Delivery<T> delivery, CancellationToken cancellationToken)
        where T : IHouseholdMessage =>
        AwaitAsync(delivery, households.ReadAsync, partition => partition.Household.Version, cancellationToken);

    /// <summary>Looks once, long after the announcement: null when the change was never made.</summary>
    /// <exception cref="FormatException">The message points at no household.</exception>
    public async Task<StoredHousehold?> LookAsync<T>(T message, CancellationToken cancellationToken)
        where T : IHouseholdMessage =>
        await households.FindAsync(IdOf(message), cancellationToken) is { } stored && stored.Household.Version >= message.HouseholdVersion
            ? stored
            : null;

    private static HouseholdId IdOf(IHouseholdMessage message) =>
        HouseholdId.TryParse(message.Household, out var id) ? id : throw new FormatException("A message points at no household id.");

    private async Task<TFound?> AwaitAsync<T, TFound>(
        Delivery<T> delivery,
        Func<HouseholdId, CancellationToken, Task<TFound?>> find,
        Func<TFound, int> versionOf,
        CancellationToken cancellationToken
    )
        where T : IHouseholdMessage
        where TFound : class
    {
        var message = delivery.Message;
        var id = IdOf(message);
        Activity.Current?.SetTag("alleviation.household", id.Value);
        for (var look = 0; ; look++)
        {
            if (await find(id, cancellationToken) is { } found && versionOf(found) >= message.HouseholdVersion)
            {
                return found;
            }
            if (look == Looks.Length)
            {
                break;
            }
            await Task.Delay(Looks[look], clock, cancellationToken);
        }

        if (!delivery.IsLast)
        {
            throw new ChangeNotThereYetException();
        }
        NeverMade(message.Household, message.HouseholdVersion);
        return null;
    }

    [LoggerMessage(LogLevel.Warning, "Version {Version} of household {Household} was announced but never committed")]
    private partial void NeverMade(string household, int version);
}

/// <summary>The announced commit has not been made yet; the message has to return.</summary>
public sealed class ChangeNotThereYetException() : Exception("The announced change is not there yet; the message will return.");
