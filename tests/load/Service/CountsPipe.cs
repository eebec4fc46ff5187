using System.IO.Pipes;
using System.Runtime;
using System.Text.Json;

namespace Alleviation.Load.Service;

/// <summary>How a process of the service tells its counts: to whoever opens the pipe.</summary>
internal static class CountsPipe
{
    /// <summary>The hook's settings are inherited, so each process has a pipe of its own.</summary>
    public static string NameOf(string run, int processId) => $"{run}-{processId}";

    /// <param name="calls">Calls to storage by kind, since the start of this process.</param>
    public static void Tell(string pipe, Func<IReadOnlyDictionary<string, long>> calls) => _ = Task.Run(() => TellAsync(pipe, calls));

    public static async Task<ServiceCounts> ReadAsync(string pipe, CancellationToken cancellationToken)
    {
        await using var stream = new NamedPipeClientStream(".", pipe, PipeDirection.In, PipeOptions.Asynchronous);
        await stream.ConnectAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync<ServiceCounts>(stream, cancellationToken: cancellationToken)
            ?? throw new LoadException("The service told no counts.");
    }

    private static async Task TellAsync(string pipe, Func<IReadOnlyDictionary<string, long>> calls)
    {
        while (true)
        {
            await using var stream = new NamedPipeServerStream(
                pipe,
                PipeDirection.Out,
                1,
                PipeTransmissionMode.Byte,
                PipeOptions.Asynchronous
            );
            await stream.WaitForConnectionAsync();
            await JsonSerializer.SerializeAsync(
                stream,
                new ServiceCounts(
                    calls(),
                    GC.GetTotalAllocatedBytes(),
                    GC.GetTotalPauseDuration().TotalMilliseconds,
                    GC.CollectionCount(0),
                    JitInfo.GetCompilationTime().TotalMilliseconds
                )
            );
        }
    }
}
