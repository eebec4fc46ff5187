using System.Reflection;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.PoisonMessages;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Tests.Conventions;

/// <summary>A message that nobody takes, or whose failure nobody sees, would be a lost household.</summary>
public sealed class QueueTests
{
    private const string Poison = "-poison";

    private static readonly Type[] Types = typeof(PoisonMessageFunctions).Assembly.GetTypes();

    [Fact]
    public void EachQueue_HasAPoisonFunctionAmongTheProblems()
    {
        var queues = QueuesOf(Types).Where(queue => !queue.EndsWith(Poison, StringComparison.Ordinal));

        Assert.Equal(
            queues.Order(StringComparer.Ordinal),
            QueuesOf([typeof(PoisonMessageFunctions)]).Select(queue => queue[..^Poison.Length]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void EachMessage_IsTakenBySomeFunction()
    {
        var sent = Types
            .Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IMessage)))
            .Select(type => type.GetProperty(nameof(IMessage.Queue), BindingFlags.Public | BindingFlags.Static)!.GetValue(null));

        Assert.Empty(sent.Except(QueuesOf(Types)));
    }

    private static List<string> QueuesOf(IEnumerable<Type> types) =>
        [
            .. types
                .SelectMany(type => type.GetMethods())
                .SelectMany(method => method.GetParameters())
                .Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName)
                .OfType<string>(),
        ];
}
