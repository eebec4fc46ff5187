using Alleviation.Functions.Platform.Http;
using Microsoft.Extensions.Logging;

namespace Alleviation.Functions.Operations;

/// <summary>A measurement that fails is a figure that is not known, and nothing else.</summary>
public sealed partial class Measuring(ILogger<Measuring> log)
{
    /// <summary>Of one figure. Whoever waits for it would rather have the others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>Null where it could not be measured, or there is nothing to measure.</returns>
    public async Task<T?> TryAsync<T>(string figure, Func<CancellationToken, Task<T?>> measure, CancellationToken cancellationToken)
        where T : struct
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await measure(patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            NotMeasured(figure, FaultTrace.Of(fault));
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Figure} could not be measured: {Fault}")]
    private partial void NotMeasured(string figure, string fault);
}
