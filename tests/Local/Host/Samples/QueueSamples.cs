using System.Globalization;
using Alleviation.Tests.Local.Host.Support;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Tests.Local.Host.Samples;

public sealed class QueueSamples(Journal journal)
{
    [Function("Queue_Text")]
    public void Text([QueueTrigger("text")] string text) => journal.Write(text);

    [Function("Queue_Bytes")]
    public void Bytes([QueueTrigger("bytes")] byte[] bytes) => journal.Write(Convert.ToHexString(bytes));

    [Function("Queue_Binary")]
    public void Binary([QueueTrigger("binary")] BinaryData data) => journal.Write(data.ToString());

    [Function("Queue_Json")]
    public void Json([QueueTrigger("json")] Parcel parcel) => journal.Write($"{parcel.Name} {parcel.Weight}");

    [Function("Queue_Message")]
    public async Task MessageAsync([QueueTrigger("message")] QueueMessage message, FunctionContext context, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var data = context.BindingContext.BindingData;
        var inserted = DateTimeOffset.Parse((string)data["InsertionTime"]!, CultureInfo.InvariantCulture);
        journal.Write($"{message.Body} {(string?)data["Id"] == message.MessageId} {data["DequeueCount"]} {(string?)data["PopReceipt"] == message.PopReceipt} "
            + $"{inserted == message.InsertedOn} {data["ExpirationTime"] is string} {data["NextVisibleTime"] is string} {cancellationToken.IsCancellationRequested}");
    }

    [Function("Queue_Named")]
    public void Named([QueueTrigger("%Names:Queue%", Connection = "OtherStorage")] string text) => journal.Write(text);

    [Function("Queue_Waits")]
    public async Task WaitsAsync([QueueTrigger("waits")] string text, CancellationToken cancellationToken)
    {
        await journal.WaitAtGateAsync(cancellationToken);
        journal.Write($"went on {text}");
    }

    [Function("Queue_FailsFirst")]
    public void FailsFirst([QueueTrigger("fails-first")] QueueMessage message)
    {
        journal.Write($"try {message.DequeueCount}");
        if (message.DequeueCount == 1) { throw new InvalidOperationException("The first try fails."); }
    }

    [Function("Queue_Fails")]
    public void Fails([QueueTrigger("fails")] QueueMessage message)
    {
        journal.Write($"try {message.DequeueCount}");
        throw new InvalidOperationException("Every try fails.");
    }

    [Function("Queue_Poison")]
    public void Poison([QueueTrigger("fails-poison")] QueueMessage message)
    {
        journal.Write($"poison {message.DequeueCount}");
        if (message.DequeueCount < 4) { throw new InvalidOperationException("It fails more often than is allowed."); }
    }

    public sealed record Parcel(string Name, int Weight);
}
