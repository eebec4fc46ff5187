using System.Diagnostics;
using System.Globalization;
using Alleviation.Load.Service;

/// <summary>
/// Run by the runtime inside the service's own processes, before their Main (DOTNET_STARTUP_HOOKS): the service itself is measured, not a
/// build of it that was made for measuring. The runtime wants this name, outside of any namespace.
/// </summary>
internal static class StartupHook
{
    public const string PipeVariable = "ALLEVIATION_LOAD_PIPE";
    public const string QueuePortVariable = "ALLEVIATION_LOAD_QUEUE_PORT";

    /// <summary>A Functions host gives it to its worker, and to nobody else.</summary>
    private const string WorkerVariable = "FUNCTIONS_WORKER_DIRECTORY";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(PipeVariable) is not { Length: > 0 } run)
        {
            return;
        }
        var pipe = CountsPipe.NameOf(run, Environment.ProcessId);
        if (Environment.GetEnvironmentVariable(WorkerVariable) is null)
        {
            InHost(pipe);
        }
        else
        {
            InWorker(pipe);
        }
    }

    // The assemblies of the service are beside the worker only, so what needs them is apart.
    private static void InWorker(string pipe) => DiagnosticListener.AllListeners.Subscribe(new WorkerObserver(pipe));

    private static void InHost(string pipe)
    {
        var calls = HostCalls.Listen(int.Parse(Environment.GetEnvironmentVariable(QueuePortVariable)!, CultureInfo.InvariantCulture));
        CountsPipe.Tell(pipe, () => calls);
    }
}
