using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alleviation.Tests.Access;
using Alleviation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alleviation.Tests.Conventions;

/// <summary>
/// A household goes all the way, is asked for, corrected and refused; of its people nothing is to be read in any table, queue, address or
/// log.
/// </summary>
public sealed partial class PersonalDataTests
{
    private readonly PersonalHousehold _household = new();

    [Fact]
    public async Task EnrolledHousehold_IsNowhereToBeRead()
    {
        using var log = new LogLines();
        var journal = new StorageJournal();
        await using var app = await StartAsync(log, journal);
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);

        var location = await EnrolAsync(worker);
        await AskAroundAsync(app, worker, location);

        var secrets = _household.Secrets;
        Assert.Equal(14, secrets.Count);
        var rows = await StoredTexts.RowsAsync(app.Storage);
        Assert.Contains(rows, row => row.StartsWith("Worklists ", StringComparison.Ordinal));
        HoldsNone(rows, secrets);
        HoldsNone(await StoredTexts.MessagesAsync(app.Storage), secrets);
        Assert.Contains(journal.Sent, call => call.Contains("\"n\":", StringComparison.Ordinal));
        HoldsNone(journal.Sent, secrets);
        Assert.Contains(log.Lines, line => line.Contains("Households_Enrol", StringComparison.Ordinal));
        HoldsNone(log.Lines, secrets);
        HoldsNone([location.ToString()], secrets);
    }

    private static async Task<AppUnderTest> StartAsync(LogLines log, StorageJournal journal)
    {
        var account = await Azurite.NewAccountAsync();
        return await AppUnderTest.StartAsync(
            storage: account,
            settings: new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Trace" },
            services: services =>
            {
                journal.Watch(services, account);
                services.AddSingleton<ILoggerProvider>(log);
            }
        );
    }

    private async Task<Uri> EnrolAsync(HttpClient worker)
    {
        using var enrolled = await worker.PostAsJsonAsync("/api/households", _household.Form);
        Assert.Equal(HttpStatusCode.Accepted, enrolled.StatusCode);
        await worker.ListedAsync(enrolled.Headers.Location!);
        return enrolled.Headers.Location!;
    }

    // What is refused has been read too, and faults like to quote.
    private async Task AskAroundAsync(AppUnderTest app, HttpClient worker, Uri location)
    {
        var first = _household.Members[0];
        await PostAsync(worker, "/api/households/search", new { idNumber = first["idNumber"] });
        await PostAsync(worker, "/api/households/search", new { name = first["name"], region = Some.Township });
        await PostAsync(worker, "/api/households/search", new[] { first["name"] });
        await PostAsync(worker, "/api/households", new Dictionary<string, object?>(_household.Form) { ["address"] = "慎独里42号之三" });
        await PostAsync(
            worker,
            "/api/households",
            new Dictionary<string, object?>(_household.Form) { ["kind"] = first["name"], ["villageCode"] = first["phone"] }
        );
        await PostAsync(app.Anonymous, "/api/households", _household.Form);

        var read = await worker.GetFromJsonAsync<JsonElement>(location);
        using var correction = new HttpRequestMessage(HttpMethod.Put, location)
        {
            Content = JsonContent.Create(new Dictionary<string, object?>(_household.Form) { ["phone"] = PersonalHousehold.CorrectedPhone }),
        };
        correction.Headers.TryAddWithoutValidation("If-Match", $"\"v{read.GetProperty("version").GetInt32()}\"");
        using var corrected = await worker.SendAsync(correction);
        Assert.Equal(HttpStatusCode.Accepted, corrected.StatusCode);
        await worker.ListedAsync(location);

        foreach (var member in read.GetProperty("members").EnumerateArray())
        {
            await worker.GetFromJsonAsync<JsonElement>($"/api/records/{member.GetProperty("recordNumber").GetString()}");
        }
    }

    private static async Task PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
    }

    private static void HoldsNone(IReadOnlyCollection<string> texts, List<string> secrets)
    {
        foreach (var text in texts)
        {
            var read =
                text
                + Uri.UnescapeDataString(text)
                + Escaped().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, read, StringComparison.OrdinalIgnoreCase));
        }
    }

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escaped();
}
