using System.Reflection;
using Alleviation.Functions.Access;
using Alleviation.Functions.Platform;
using Alleviation.Tests.Support;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace Alleviation.Tests.Conventions;

/// <summary>What the real Functions host wants of an app.</summary>
public sealed class HostTests
{
    private static readonly Type[] Types = typeof(AccessRules).Assembly.GetTypes();

    /// <summary>
    /// The worker opens its stream in its own StartAsync: what must be true before the first message cannot wait for another's.
    /// </summary>
    [Fact]
    public void WhateverStartsWithTheApp_StartsBeforeItsFirstMessage()
    {
        var hosted = Types.Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IHostedService))).ToList();

        Assert.NotEmpty(hosted);
        Assert.All(hosted, type => Assert.True(type.IsSubclassOf(typeof(BeforeStart)), $"{type.Name} must be a {nameof(BeforeStart)}."));
    }

    /// <summary>The host's listener warns at every look at a queue that is not there.</summary>
    [Fact]
    public async Task QueueOfEveryTrigger_IsThereAtStart()
    {
        await using var app = await AppUnderTest.StartAsync();
        var queues = new List<string>();
        await foreach (var queue in new QueueServiceClient(app.Storage.ConnectionString).GetQueuesAsync())
        {
            queues.Add(queue.Name);
        }

        var listened = Types
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName)
            .OfType<string>();

        Assert.Empty(listened.Except(queues));
    }

    [Fact]
    public void NothingOfOurs_BearsAnOfficialName()
    {
        var ours = Directory
            .EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal));

        Assert.All(ours, file => Assert.DoesNotMatch(@"(?m)^namespace (Azure|Microsoft)\b", File.ReadAllText(file)));
    }
}
