using System.Text.Json;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Local.Functions;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>Turns a message into the type that the function takes.</summary>
internal static class MessageBody
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    /// <summary>Null if there is no way to that type.</summary>
    public static Func<LocalFunctionContext, object?>? BinderFor(Type type) => type switch
    {
        _ when type == typeof(QueueMessage) => Message,
        _ when type == typeof(string) => context => Message(context).Body.ToString(),
        _ when type == typeof(BinaryData) => context => Message(context).Body,
        _ when type == typeof(byte[]) => context => Message(context).Body.ToArray(),
        _ when type.IsPrimitive || type.IsAbstract || type.IsPointer || type.IsByRef || type == typeof(object) => null,
        _ when type == typeof(CancellationToken) || type.IsAssignableTo(typeof(Stream)) || type.IsAssignableTo(typeof(FunctionContext)) => null,
        _ => context => JsonSerializer.Deserialize(Message(context).Body, type, Json) ?? throw new JsonException("The message is null."),
    };

    private static QueueMessage Message(LocalFunctionContext context) => ((ReceivedMessage)context.Trigger).Decoded;
}
