using Alleviation.Load.Storage;

namespace Alleviation.Load.Measuring;

/// <summary>
/// The service and the floor with the same households, each warmed up first, then block by block in turn: what else the machine does
/// meanwhile meets both. While the floor runs, the service stands still.
/// </summary>
internal sealed class PairedRun(Bench bench)
{
    private const int Blocks = 5;
    private const int Warming = 150;
    private const int WarmingFullStore = 20;
    private const int FullStore = 10_000;

    /// <param name="account">For both, where something is stored already: the floor's few hundred more make no difference. Null: a fresh
    /// one for each.</param>
    public async Task<Pair> RunAsync(
        EmulatorAccount? account,
        int stored,
        int concurrency,
        int households,
        CancellationToken cancellationToken
    )
    {
        var warming = stored < FullStore ? Warming : WarmingFullStore;
        var all = Enrolment.Draw(warming + households);
        var (own, others) = (account ?? bench.Emulator.NewAccount(), account ?? bench.Emulator.NewAccount());
        await using var service = await ServiceSession.StartAsync(bench, own, cancellationToken);
        using var floor = new FloorSession(bench, others, concurrency);
        var listed = await ServiceTables.ListedAsync(own, cancellationToken);
        await service.WarmAsync([.. all.Take(warming)], cancellationToken);
        await floor.WarmAsync([.. all.Take(warming)], cancellationToken);
        foreach (var block in all.Skip(warming).Chunk((households + Blocks - 1) / Blocks))
        {
            await service.RunAsync(block, concurrency, cancellationToken);
            await floor.RunAsync(block, cancellationToken);
        }

        listed = await ServiceTables.ListedAsync(own, cancellationToken) - listed - (account is null ? 0 : all.Count);
        if (listed != all.Count)
        {
            throw new LoadException($"Of {all.Count} households {listed} are listed.");
        }
        return new Pair(stored, concurrency, households, service.Result, floor.Result);
    }
}
