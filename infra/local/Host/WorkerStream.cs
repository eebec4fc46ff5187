using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Content = Alleviation.LocalHost.Protocol.StreamingMessage.ContentOneofCase;

namespace Alleviation.LocalHost;

/// <summary>What goes to one worker and comes from it.</summary>
internal sealed class WorkerStream(ILoggerFactory loggers)
{
    private const int Metric = 2;
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly Channel<StreamingMessage> _answers = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> _running = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the stream does.</summary>
    public Task Gone => _gone.Task;

    public void Send(StreamingMessage message)
    {
        message.RequestId = Guid.NewGuid().ToString();
        _outgoing.Writer.TryWrite(message);
    }

    /// <summary>The next answer that is no invocation's: the handshake takes them in turn.</summary>
    /// <exception cref="WorkerGoneException">The worker ended instead.</exception>
    public async Task<StreamingMessage> NextAsync(Content expected, CancellationToken cancellationToken)
    {
        await _answers.Reader.WaitToReadAsync(cancellationToken);
        if (!_answers.Reader.TryRead(out var answer))
        {
            throw new WorkerGoneException($"The worker ended before it sent {expected}.");
        }
        if (answer.ContentCase == expected)
        {
            return answer;
        }
        throw new InvalidOperationException($"The worker sent {answer.ContentCase}, not {expected}.");
    }

    /// <exception cref="WorkerGoneException">The worker ended before it answered.</exception>
    public Task<InvocationResponse> InvokeAsync(InvocationRequest request)
    {
        var answer = _running[request.InvocationId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new StreamingMessage { InvocationRequest = request });
        if (_gone.Task.IsCompleted)
        {
            Close();
        }
        return answer.Task;
    }

    /// <summary>Cancels the invocation's token; it goes on until it pays heed.</summary>
    public void Cancel(string invocationId) => Send(new() { InvocationCancel = new() { InvocationId = invocationId } });

    public async Task RunAsync(
        IAsyncStreamReader<StreamingMessage> incoming,
        IServerStreamWriter<StreamingMessage> outgoing,
        CancellationToken ending
    )
    {
        var writing = UntilItEndsAsync(async () =>
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(ending))
            {
                await outgoing.WriteAsync(message, ending);
            }
        });
        Take(incoming.Current);
        await UntilItEndsAsync(async () =>
        {
            await foreach (var message in incoming.ReadAllAsync(ending))
            {
                Take(message);
            }
        });
        Close();
        await writing;
    }

    /// <summary>Everything that waits for the worker fails now.</summary>
    public void Close()
    {
        _gone.TrySetResult();
        _outgoing.Writer.TryComplete();
        _answers.Writer.TryComplete();
        foreach (var id in _running.Keys)
        {
            if (!_running.TryRemove(id, out var answer))
            {
                continue;
            }
            answer.TrySetException(new WorkerGoneException("The worker ended before it answered."));
        }
    }

    private static async Task UntilItEndsAsync(Func<Task> copy)
    {
        try
        {
            await copy();
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or InvalidOperationException or Grpc.Core.RpcException)
        {
            // However the stream ends, it is over.
        }
    }

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case Content.InvocationResponse:
                var response = message.InvocationResponse;
                if (_running.TryRemove(response.InvocationId, out var answer))
                {
                    answer.TrySetResult(response);
                }
                break;
            // As it is. Metrics are for a dashboard of the real host.
            case Content.RpcLog when message.RpcLog is { LogCategory: not Metric, Level: >= 0 and <= (int)LogLevel.Critical } line:
                var lines = line.Exception is { } thrown ? [line.Message, thrown.Message, thrown.StackTrace] : new[] { line.Message };
                var text = string.Join(Environment.NewLine, lines);
                loggers.CreateLogger(line.Category).Log((LogLevel)line.Level, default, text, null, static (line, _) => line);
                break;
            case Content.None or Content.RpcLog:
                break;
            default:
                _answers.Writer.TryWrite(message);
                break;
        }
    }
}

/// <summary>The worker ended, or its stream did, before it answered.</summary>
public sealed class WorkerGoneException(string message) : Exception(message);
