using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.Health;

public sealed class ReadinessTests
{
    [Fact]
    public async Task AllIsWell_EachDependencyByName()
    {
        await using var app = await AppUnderTest.StartAsync();

        var ready = await app.Anonymous.GetFromJsonAsync<JsonElement>("/api/health/ready");

        Assert.Equal("ready", ready.GetProperty("status").GetString());
        string[] expected = ["tables: up", "queues: up", "keys: up", "messageGateway: notConfigured", "identityProvider: notConfigured"];
        Assert.Equal(expected, Dependencies(ready));
    }

    [Theory]
    [InlineData("tables", FaultKind.Closes)]
    [InlineData("tables", FaultKind.Hangs)]
    [InlineData("queues", FaultKind.Answers500)]
    [InlineData("queues", FaultKind.Hangs)]
    public async Task WithOneDown_ItIsNamed_InBoundedTime_AndNothingElseIsTold(string dependency, FaultKind kind)
    {
        var isDown = false;
        var storage = await Azurite.NewAccountAsync();
        await using var proxy = await FaultProxy.StartAsync(
            storage,
            request => isDown && Asks(request, dependency) ? new Fault(kind, IsBehind: false) : null
        );
        await using var app = await AppUnderTest.StartAsync(storage: proxy.Account);
        isDown = true;
        var watch = Stopwatch.StartNew();

        using var answer = await app.Anonymous.GetAsync("/api/health/ready");

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        var ready = JsonDocument.Parse(text).RootElement;
        Assert.Equal("notReady", ready.GetProperty("status").GetString());
        Assert.Equal([$"{dependency}: down"], Dependencies(ready).Where(line => line.EndsWith(": down", StringComparison.Ordinal)));
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.OrdinalIgnoreCase);
        using var live = await app.Anonymous.GetAsync("/api/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        isDown = false;
        await storage.ClearAsync();
    }

    [Fact]
    public async Task WhatIsOptional_IsLookedUpAndNotCalled()
    {
        await using var app = await AppUnderTest.StartAsync(
            settings: new Dictionary<string, string?>
            {
                // Nobody answers there.
                ["Reminders:Gateway"] = "https://gateway.invalid/",
                ["Reminders:Secret"] = new string('s', 32),
                ["Access:Authority"] = "https://issuer.invalid/",
                ["Access:Audience"] = "alleviation",
            }
        );

        var ready = await app.Anonymous.GetFromJsonAsync<JsonElement>("/api/health/ready");

        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal(["messageGateway: configured", "identityProvider: configured"], Dependencies(ready).Skip(3));
    }

    // The ready row of the tables, and the queue that is asked for its properties.
    private static bool Asks(HttpRequest request, string dependency) =>
        dependency == "tables"
            ? request.Path.Value!.Contains("/Households(PartitionKey='ready'", StringComparison.Ordinal)
            : request.QueryString.Value!.Contains("comp=metadata", StringComparison.Ordinal);

    private static List<string> Dependencies(JsonElement ready) =>
        [
            .. ready
                .GetProperty("dependencies")
                .EnumerateArray()
                .Select(dependency => $"{dependency.GetProperty("name").GetString()}: {dependency.GetProperty("status").GetString()}"),
        ];
}
