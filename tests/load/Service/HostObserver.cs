using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime;
using System.Text.Json;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alleviation.Load.Service;

/// <summary>Waits for the service's host to be built, then tells its counts to whoever opens the pipe.</summary>
internal sealed class HostObserver(string pipe) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting") { value.Subscribe(this); }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilt", Value: IHost host }) { _ = Task.Run(() => TellAsync(host.Services.GetRequiredService<StorageCalls>())); }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private async Task TellAsync(StorageCalls calls)
    {
        while (true)
        {
            await using var stream = new NamedPipeServerStream(pipe, PipeDirection.Out, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
            await stream.WaitForConnectionAsync();
            await JsonSerializer.SerializeAsync(stream, new ServiceCounts(
                calls.Counts, GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration().TotalMilliseconds, GC.CollectionCount(0), JitInfo.GetCompilationTime().TotalMilliseconds));
        }
    }
}
