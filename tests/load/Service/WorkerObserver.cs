using System.Diagnostics;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alleviation.Load.Service;

/// <summary>Waits in the worker until its services are built, then tells what they count.</summary>
internal sealed class WorkerObserver(string pipe) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is not { Key: "HostBuilt", Value: IHost host })
        {
            return;
        }
        var calls = host.Services.GetRequiredService<StorageCalls>();
        CountsPipe.Tell(pipe, () => calls.Counts);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
