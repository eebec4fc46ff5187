using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.Reliability;

public sealed class SilentStorageTests
{
    private static readonly Dictionary<string, string?> Impatient = new()
    {
        // Longer than storage takes on a busy machine for what is to succeed.
        ["Storage:NetworkTimeout"] = "00:00:02",
        ["Storage:Retries"] = "1",
        ["Storage:RetryDelay"] = "00:00:00.010",
    };

    [Fact]
    public async Task StorageThatNeverAnswers_Is503AndWhenToComeBack()
    {
        var storage = await Azurite.NewAccountAsync();
        var isSilent = false;
        await using var proxy = await FaultProxy.StartAsync(
            storage,
            request =>
                isSilent && request.Path.Value!.Contains("/enrolments", StringComparison.Ordinal) && HttpMethods.IsPost(request.Method)
                    ? new Fault(FaultKind.Hangs, IsBehind: false)
                    : null
        );
        await using var app = await AppUnderTest.StartAsync(storage: proxy.Account, settings: Impatient, keepsPoison: true);
        using var worker = await app.HealthWorkerAsync(Some.Township);

        isSilent = true;
        using var answer = await worker.PostAsJsonAsync("/api/households", Some.Household());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("storage-unavailable", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }
}
