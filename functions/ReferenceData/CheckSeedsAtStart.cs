using Alleviation.Functions.Platform;

namespace Alleviation.Functions.ReferenceData;

/// <summary>Stops the start of the service where the seeds have a mistake.</summary>
internal sealed class CheckSeedsAtStart(SeedFolder seeds) : BeforeStart
{
    /// <exception cref="InvalidOperationException">There is a mistake; the message names each.</exception>
    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        var faults = SeedCheck.Of(seeds);
        return faults.Count == 0
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                $"The seeds have {faults.Count} mistakes:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}"
            );
    }
}
