using System.Diagnostics;

namespace Alleviation.Load.Storage;

/// <summary>Nothing that the run started outlives it, however it ends.</summary>
internal static class Leftovers
{
    public static void KillAtExit(Process process)
    {
        var id = process.Id;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                using var left = Process.GetProcessById(id);
                left.Kill(entireProcessTree: true);
            }
            catch (ArgumentException)
            {
                // It has ended.
            }
        };
    }
}
