using Alleviation.Load.Service;
using Alleviation.Load.Storage;

namespace Alleviation.Load.Measuring;

/// <summary>Starts of the service, as it is and on storage where its tables are, until it is ready.</summary>
internal static class StartRun
{
    public static async Task<IReadOnlyList<double>> RunAsync(
        EmulatorAccount account,
        RunFolder folder,
        int starts,
        CancellationToken cancellationToken
    )
    {
        var seconds = new List<double>();
        for (var start = 0; start < starts; start++)
        {
            await using var service = await ServiceProcess.StartAsync(account, folder, cancellationToken, isCounted: false);
            seconds.Add(service.ReadyAfter.TotalSeconds);
        }

        return seconds;
    }
}
