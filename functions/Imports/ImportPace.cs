using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Imports;

/// <summary>Holds this host's imports back, over all chunks that it works on at once.</summary>
public sealed class ImportPace(IOptions<ImportOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(options.Value.HouseholdsAtOnce);

    public int HouseholdsAtOnce => options.Value.HouseholdsAtOnce;

    public async Task<IDisposable> TurnAsync(CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        return new Turn(_turns);
    }

    public void Dispose() => _turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
