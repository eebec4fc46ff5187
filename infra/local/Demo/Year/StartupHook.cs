using System.Diagnostics;
using Alleviation.Demo.Year;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

/// <summary>
/// Puts <see cref="MovedClock"/> into a worker that the demo starts with DOTNET_STARTUP_HOOKS. The published app has no setting for it:
/// what runs in Azure cannot be told another time. The runtime asks for this name, outside of any namespace.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(MovedClock.FileSetting) is { Length: > 0 } file)
        {
            DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(listener => Follow(listener, file)));
        }
    }

    private static void Follow(DiagnosticListener listener, string file)
    {
        if (listener.Name is "Microsoft.Extensions.Hosting")
        {
            listener.Subscribe(new Observer<KeyValuePair<string, object?>>(told => Build(told, file)));
        }
    }

    private static void Build(KeyValuePair<string, object?> told, string file)
    {
        if (told is { Key: "HostBuilding", Value: IHostBuilder builder })
        {
            builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new MovedClock(file))));
        }
    }

    private sealed class Observer<T>(Action<T> next) : IObserver<T>
    {
        public void OnNext(T value) => next(value);

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
