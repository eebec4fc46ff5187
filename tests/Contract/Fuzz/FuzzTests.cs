using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Alleviation.Tests.Support;
using Xunit.Abstractions;

namespace Alleviation.Tests.Contract.Fuzz;

/// <summary>
/// Random requests to every endpoint, each nearly right: never a fault, every refusal a problem, every answer as documented, and
/// nothing half written. Seeded: what failed fails again. FUZZ_REQUESTS sets how many each endpoint gets.
/// </summary>
public sealed class FuzzTests(FuzzScenes scenes, ITestOutputHelper output) : IClassFixture<FuzzScenes>
{
    private static readonly int Requests = RandomPart.Of("FUZZ_REQUESTS", 15);
    private const int AtOnce = 12;
    private const int Seed = 20170107;

    public static TheoryData<string> Tags() => [.. ApiDocument.Instance.Operations.Select(operation => operation.Tag).Distinct()];

    [Theory]
    [MemberData(nameof(Tags))]
    public async Task MutatedRequests_AreAnsweredAsDocumented_AndLeaveNothingHalfWritten(string tag)
    {
        var operations = ApiDocument.Instance.Operations.Where(operation => operation.Tag == tag).ToList();
        var scene = await scenes.TakeAsync(operations.Count * Requests);
        var failures = new ConcurrentQueue<string>();
        foreach (var operation in operations)
        {
            var statuses = new ConcurrentDictionary<int, int>();
            await Parallel.ForEachAsync(
                Enumerable.Range(0, Requests),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (number, stop) =>
                {
                    var (status, flaw) = await SendAsync(operation, scene, number, stop);
                    statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
                    if (flaw is not null)
                    {
                        failures.Enqueue($"{operation} {number}: {flaw}");
                    }
                }
            );
            var counts = statuses
                .OrderBy(pair => pair.Key)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} × {pair.Value}"));
            output.WriteLine($"{operation}: {string.Join(", ", counts)}");
        }

        Assert.True(failures.IsEmpty, string.Join(Environment.NewLine, failures.Take(30)));
        await HalfWritten.NothingAsync(scene.App);
    }

    private static async Task<(int Status, string? Flaw)> SendAsync(
        ApiOperation operation,
        FuzzScene scene,
        int number,
        CancellationToken cancellationToken
    )
    {
        var random = new Random(SeedOf(operation.Id, number));
        var request = FuzzRequest.Of(operation, scene, random);
        using var message = request.Message;
        using var response = await scene.Client.SendAsync(message, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var status = (int)response.StatusCode;
        if (request.Role is { } role && response.StatusCode is HttpStatusCode.Unauthorized)
        {
            await scene.SignInAgainAsync(role);
        }
        scene.Remember(request.Address, response.Headers.ETag?.Tag);
        return (
            status,
            FlawOf(operation, request, response, body) is { } flaw ? $"{message.Method} {message.RequestUri} → {status}: {flaw}" : null
        );
    }

    private static string? FlawOf(ApiOperation operation, FuzzRequest request, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        if (status >= 500)
        {
            return "a fault";
        }
        // The server refuses some before any function sees them.
        if (!response.Headers.Contains("X-Content-Type-Options"))
        {
            return status is 404 or 400 or 405 or 414 or 431 && body.Length is 0 ? null : "an answer of no function";
        }
        // What is not of the API is looked for among the web app's files.
        if (
            status is 404
            && body.Length is 0
            && (response.RequestMessage!.Method == HttpMethod.Get || response.RequestMessage.Method == HttpMethod.Head)
        )
        {
            return null;
        }
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        if (status >= 400 && mediaType is not "application/problem+json")
        {
            return $"a refusal as '{mediaType}'";
        }
        if (!request.IsOfOperation)
        {
            return null;
        }
        if (!operation.Definition.Responses!.TryGetValue(status.ToString(CultureInfo.InvariantCulture), out var declared))
        {
            return "not declared";
        }
        if (mediaType is null || declared.Content?.TryGetValue(mediaType, out var content) is not true)
        {
            return declared.Content is null or { Count: 0 } && body.Length is 0 ? null : $"'{mediaType}' is not declared";
        }
        if (!mediaType.EndsWith("json", StringComparison.Ordinal))
        {
            return null;
        }
        using var json = JsonDocument.Parse(body);
        return SchemaCheck.Errors(content.Schema!, json.RootElement) is { Count: > 0 } errors ? string.Join("; ", errors.Take(5)) : null;
    }

    // The same in every process, other than the runtime's hash codes.
    private static int SeedOf(string operation, int number) =>
        operation.Aggregate(Seed + number, (hash, character) => unchecked((hash * 31) + character));
}
