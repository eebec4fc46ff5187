using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alleviation.Tests.Contract;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Access;

/// <summary>A specialist to whom one member was referred changes nothing but the referral.</summary>
public sealed partial class GuestChangeTests() : WithScene<GuestScene>(GuestScene.StartAsync)
{
    private CareScene Care => Scene.Care;

    private HttpClient Guest => Scene.Guest;

    [Fact]
    public async Task Guest_SucceedsWithNoExampleOfTheDocument_ThatChangesAHousehold()
    {
        var before = (await Care.ReadAsync()).Version;
        var writes = ApiDocument
            .Instance.Operations.Where(operation =>
                operation.Method != HttpMethod.Get && operation.Path.Contains("{householdId}", StringComparison.Ordinal)
            )
            .Where(operation => !operation.Id.StartsWith("Referrals_", StringComparison.Ordinal))
            .ToList();
        foreach (var operation in writes)
        {
            Assert.True(await ExampleAsync(Guest, operation, before) is >= 400 and < 500, $"{operation} is open to a guest.");
        }

        Assert.Equal(before, (await Care.ReadAsync()).Version);
        // The same by somebody who may: the examples are such as change something.
        using var physician = await Care.App.PhysicianAsync(CareScene.Responsible);
        var succeeded = 0;
        foreach (var operation in writes)
        {
            succeeded += await ExampleAsync(physician, operation, before) < 300 ? 1 : 0;
        }
        Assert.InRange(succeeded, 3, writes.Count);
    }

    [Fact]
    public async Task Guest_ChangesNothing_ButTheOwnReferral()
    {
        using var physician = await Care.App.PhysicianAsync(CareScene.Responsible);
        var course = Care.Of($"medication/courses/{Guid.NewGuid()}");
        var amlodipine = new
        {
            drug = "amlodipine",
            doseAmount = 5,
            doseUnit = "mg",
            frequency = "onceDaily",
        };
        Assert.Equal(HttpStatusCode.OK, await SendsAsync(physician, HttpMethod.Put, course, amlodipine, "\"v0\""));
        Assert.Equal(
            HttpStatusCode.NotFound,
            await SendsAsync(Guest, HttpMethod.Post, $"{course}/discontinuation", new { reason = "改用他药" }, "\"v1\"")
        );
        Assert.Equal(HttpStatusCode.NotFound, await SendsAsync(Guest, HttpMethod.Put, course, amlodipine, "\"v1\""));
        var running = (await physician.GetFromJsonAsync<JsonElement>(Care.Of("medication"))).GetProperty("running");
        Assert.Equal(1, running.GetArrayLength());
    }

    private async Task<int> ExampleAsync(HttpClient client, ApiOperation operation, int version)
    {
        var address = Parameter()
            .Replace(
                operation.Path,
                parameter =>
                    parameter.Value switch
                    {
                        "{householdId}" => Care.Household.Value,
                        "{member}" => "1",
                        "{year}" => "2026",
                        "{discipline}" => "generalPractice",
                        "{courseId}" => Guid.NewGuid().ToString(),
                        _ => CareScene.NewId(),
                    }
            );
        using var request = new HttpRequestMessage(operation.Method, address);
        request.Headers.TryAddWithoutValidation(
            "If-Match",
            $"\"v{(operation.Path.Contains("medication", StringComparison.Ordinal) ? 0 : version)}\""
        );
        if (operation.Examples.Select(example => example.Body).FirstOrDefault() is { } body)
        {
            request.Content = JsonContent.Create(body);
        }
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    private static async Task<HttpStatusCode> SendsAsync(
        HttpClient client,
        HttpMethod method,
        string address,
        object body,
        string? version = null
    )
    {
        using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(body) };
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
