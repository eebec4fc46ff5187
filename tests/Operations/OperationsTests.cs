using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Operations;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.PoisonMessages;
using Alleviation.Tests.Support;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.Operations;

public sealed class OperationsTests
{
    private static readonly Dictionary<string, string?> WithoutRetries = new() { ["Storage:Retries"] = "0" };

    [Fact]
    public async Task AnOperator_SeesHowTheServiceDoes()
    {
        await using var app = await AppUnderTest.StartAsync(new RunningClock(), keepsPoison: true);
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        await worker.ListedAsync(await worker.EnrolsAsync(Some.Household()));
        await app.CountsAsync(Some.City, counts => counts.Households == 1);
        await app.Get<PoisonMessageTable>().OpenAsync("changes", "{}", CancellationToken.None);
        using var caller = await app.OperatorAsync();

        var seen = await Eventually.SeesAsync(ShowAsync, seen => Times(seen).ContainsKey("enrolled-to-listed"));

        Assert.Equal(1, seen.GetProperty("openPoisonMessages").GetInt32());
        Assert.True(seen.GetProperty("coverageCountedAt").GetDateTimeOffset() <= seen.GetProperty("at").GetDateTimeOffset());
        Assert.True(seen.GetProperty("service").GetProperty("startedAt").GetDateTimeOffset() < seen.GetProperty("at").GetDateTimeOffset());
        Assert.NotEqual("", seen.GetProperty("service").GetProperty("version").GetString());
        Assert.Equal(9, seen.GetProperty("queues").GetArrayLength());
        Assert.All(seen.GetProperty("queues").EnumerateArray(), queue => Assert.Equal(0, queue.GetProperty("poisonMessages").GetInt32()));
        string[] stages = ["accept", "enrolments", "enrolled-to-listed"];
        Assert.All(stages, stage => Assert.Equal(1, Times(seen)[stage].GetProperty("count").GetInt32()));
        Assert.All(Times(seen).Values, times => Assert.True(times.GetProperty("p50").GetDouble() <= times.GetProperty("p95").GetDouble()));
        var batches = seen.GetProperty("storageCalls")
            .EnumerateArray()
            .Single(call => call.GetProperty("kind").GetString() == "table batch");
        Assert.True(batches.GetProperty("count").GetInt64() >= 2);
        Assert.Equal(0, seen.GetProperty("serverErrors").GetArrayLength());

        Task<JsonElement> ShowAsync() => caller.GetFromJsonAsync<JsonElement>("/api/operations");
    }

    [Fact]
    public async Task AMessageThatWaitsForItsTime_IsCounted_AndHasNoAge()
    {
        await using var app = await AppUnderTest.StartAsync(keepsPoison: true);
        using var caller = await app.OperatorAsync();
        await new QueueClient(app.Storage.ConnectionString, "reminders").SendMessageAsync("waits", TimeSpan.FromHours(1));

        var reminders = (await caller.GetFromJsonAsync<JsonElement>("/api/operations"))
            .GetProperty("queues")
            .EnumerateArray()
            .Single(queue => queue.GetProperty("name").GetString() == "reminders");

        Assert.Equal((1, 0.0), (reminders.GetProperty("waiting").GetInt32(), reminders.GetProperty("oldestAge").GetDouble()));
    }

    [Fact]
    public async Task AMessageThatNobodyTakes_GrowsOld_ByTheClockOfStorage()
    {
        var storage = await Azurite.NewAccountAsync();
        var service = new QueueServiceClient(storage.ConnectionString);
        await service.CreateQueueAsync("nobodys");
        var figures = new QueueFigures(service, [new RequiredQueue("nobodys")]);
        Assert.Equal(0, await figures.OldestAgeAsync("nobodys", CancellationToken.None));

        await service.GetQueueClient("nobodys").SendMessageAsync("waits");

        Assert.InRange(await Eventually.SeesAsync(() => figures.OldestAgeAsync("nobodys", CancellationToken.None), age => age >= 1), 1, 60);
        Assert.Equal(1, await figures.CountAsync("nobodys", CancellationToken.None));
        await storage.ClearAsync();
    }

    [Fact]
    public async Task WhatCannotBeMeasured_IsLeftOut_AndTheRestIsThere()
    {
        var isDown = false;
        var storage = await Azurite.NewAccountAsync();
        await using var proxy = await FaultProxy.StartAsync(
            storage,
            request =>
                isDown && (Names(request, "/changes") || Names(request, "/PoisonMessages")) && HttpMethods.IsGet(request.Method)
                    ? new Fault(FaultKind.Answers500, IsBehind: false)
                    : null
        );
        await using var app = await AppUnderTest.StartAsync(storage: proxy.Account, settings: WithoutRetries, keepsPoison: true);
        using var caller = await app.OperatorAsync();
        isDown = true;

        using var answer = await caller.GetAsync("/api/operations");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var seen = await answer.JsonAsync();
        Assert.False(seen.TryGetProperty("openPoisonMessages", out _));
        var queues = seen.GetProperty("queues").EnumerateArray().ToDictionary(queue => queue.GetProperty("name").GetString()!);
        Assert.False(queues["changes"].TryGetProperty("waiting", out _));
        Assert.False(queues["changes"].TryGetProperty("oldestAge", out _));
        Assert.Equal(0, queues["enrolments"].GetProperty("waiting").GetInt32());
        await storage.ClearAsync();
    }

    [Fact]
    public async Task AServerError_IsCountedByFunction()
    {
        var isDown = false;
        var storage = await Azurite.NewAccountAsync();
        await using var proxy = await FaultProxy.StartAsync(
            storage,
            request => isDown && Names(request, "/Coverage") ? new Fault(FaultKind.Answers503, IsBehind: false) : null
        );
        await using var app = await AppUnderTest.StartAsync(storage: proxy.Account, settings: WithoutRetries, keepsPoison: true);
        using var caller = await app.OperatorAsync();
        isDown = true;
        using var failed = await caller.GetAsync("/api/coverage/4414");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);

        var errors = (await caller.GetFromJsonAsync<JsonElement>("/api/operations"))
            .GetProperty("serverErrors")
            .EnumerateArray()
            .ToDictionary(error => error.GetProperty("function").GetString()!, error => error.GetProperty("count").GetInt64());

        Assert.Equal(1, errors["Coverage_Get"]);
        await storage.ClearAsync();
    }

    private static bool Names(HttpRequest request, string part) => request.Path.Value!.Contains(part, StringComparison.Ordinal);

    private static Dictionary<string, JsonElement> Times(JsonElement seen) =>
        seen.GetProperty("times").EnumerateArray().ToDictionary(times => times.GetProperty("stage").GetString()!);
}
