using Alleviation.Functions.Access;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Reminders;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Health;

/// <summary>Asks all dependencies at once: one call to the tables, one to the queues, one seal opened.</summary>
public sealed partial class CheckReadinessHandler(
    TableServiceClient tables,
    QueueServiceClient queues,
    IEnumerable<RequiredQueue> required,
    FieldSealer sealer,
    IOptions<RemindersOptions> reminders,
    IOptions<IssuerOptions> issuer,
    ILogger<CheckReadinessHandler> log
)
{
    private const string Probe = "ready";

    /// <summary>Of each dependency: shorter than load balancers wait, and a slower storage counts as not ready.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly string _queue = required.First().Name;

    public async Task<Readiness> HandleAsync(CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(
            AskAsync("tables", ReadARowAsync, cancellationToken),
            AskAsync("queues", stop => queues.GetQueueClient(_queue).GetPropertiesAsync(stop), cancellationToken),
            AskAsync("keys", OpenASealAsync, cancellationToken)
        );
        return new Readiness([
            .. answers,
            Named("messageGateway", reminders.Value.IsOn),
            Named("identityProvider", issuer.Value.Authority is not null),
        ]);
    }

    // Any answer will do, also that there is no such row.
    private Task ReadARowAsync(CancellationToken stop) =>
        tables.GetTableClient(HouseholdTable.Name).GetEntityIfExistsAsync<TableEntity>(Probe, Probe, ["PartitionKey"], stop);

    private Task OpenASealAsync(CancellationToken stop) =>
        sealer.Open(sealer.Seal(Probe, Probe), Probe) == Probe
            ? Task.CompletedTask
            : throw new SealBrokenException("A seal opened to something else.");

    private async Task<Dependency> AskAsync(string name, Func<CancellationToken, Task> ask, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await ask(patience.Token).WaitAsync(patience.Token);
            return new Dependency(name, DependencyStatus.Up, Required: true);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            IsDown(name, FaultTrace.Of(fault));
            return new Dependency(name, DependencyStatus.Down, Required: true);
        }
    }

    private static Dependency Named(string name, bool isConfigured) =>
        new(name, isConfigured ? DependencyStatus.Configured : DependencyStatus.NotConfigured, Required: false);

    [LoggerMessage(LogLevel.Warning, "Not ready: no good answer from {Dependency}: {Fault}")]
    private partial void IsDown(string dependency, string fault);
}
