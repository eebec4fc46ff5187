using System.Diagnostics;
using System.Globalization;

namespace Alleviation.Load.Storage;

/// <summary>
/// An emulator that stands still for a part of the time: as slow as one that looks through many rows, and with few of them. Calls that it
/// has in common with the full one come of its pace, not of what is stored.
/// </summary>
internal sealed class SlowedEmulator : IAsyncDisposable
{
    private const double Period = 0.04;
    private readonly Process _shell;

    private SlowedEmulator(Process shell) => _shell = shell;

    /// <param name="standing">Percent of the time.</param>
    public static SlowedEmulator Of(IEnumerable<int> processes, int standing)
    {
        var ids = string.Join(' ', processes);
        var (still, runs) = (Period * standing / 100, Period * (100 - standing) / 100);
        var script = string.Create(
            CultureInfo.InvariantCulture,
            $"trap 'kill -CONT {ids}; exit' TERM; while kill -STOP {ids}; do sleep {still:F3}; kill -CONT {ids}; sleep {runs:F3}; done");
        var shell = Process.Start("sh", ["-c", script]);
        Leftovers.KillAtExit(shell);
        return new SlowedEmulator(shell);
    }

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _shell.Id.ToString(CultureInfo.InvariantCulture)])) { await kill.WaitForExitAsync(); }
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }
}
