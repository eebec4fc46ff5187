using System.Diagnostics;
using Alleviation.Load.Service;

/// <summary>
/// Run by the runtime inside the service's own process, before its Main (DOTNET_STARTUP_HOOKS): the service itself is measured, not a
/// build of it that was made for measuring. The runtime wants this name, outside of any namespace.
/// </summary>
internal static class StartupHook
{
    public const string PipeVariable = "ALLEVIATION_LOAD_PIPE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(PipeVariable) is { Length: > 0 } pipe) { DiagnosticListener.AllListeners.Subscribe(new HostObserver(pipe)); }
    }
}
