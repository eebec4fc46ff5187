using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;

namespace Alleviation.Tests.Local.Host.Support;

/// <summary>Sees every call of a queue client, and breaks those that the test wants broken.</summary>
internal sealed class CallLog : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<(string Call, long At)> _calls = new();

    /// <summary>Throws, or gives the status to answer with, or null to let the call through. Told the call and how many there were.</summary>
    public Func<string, int, int?> Fault { get; set; } = (_, _) => null;

    public IReadOnlyList<(string Call, long At)> Calls => [.. _calls];

    public int Count(string call) => _calls.Count(each => each.Call == call);

    public QueueServiceClient ClientFor(string connectionString)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64, Retry = { MaxRetries = 0 } };
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        return new QueueServiceClient(connectionString, options);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The host does not block.");

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var segments = message.Request.Uri.ToUri().AbsolutePath.Split('/');
        var call = message.Request.Method + " " + string.Join('/', segments.Skip(3).Take(1));
        _calls.Enqueue((call, TimeProvider.System.GetTimestamp()));
        if (Fault(call, Count(call)) is not { } status) { return ProcessNextAsync(message, pipeline); }
        message.Response = new BrokenResponse(status);
        return ValueTask.CompletedTask;
    }
}
