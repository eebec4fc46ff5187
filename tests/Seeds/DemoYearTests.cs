using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Demo.Loading;
using Alleviation.Demo.Year;
using Alleviation.Tests.Support;
using Azure.Storage.Queues;
using Spectre.Console;

namespace Alleviation.Tests.Seeds;

/// <summary>A year that is loaded: what whoever opens a desk finds there.</summary>
public sealed class DemoYearTests
{
    private const int Households = 24;
    private const double Few = 0.15;

    [Fact]
    public async Task EachDesk_ShowsAYearOfTheProgramme()
    {
        var data = Directory.CreateTempSubdirectory("alleviation-year-");
        try
        {
            using var clock = new MovedClock(Path.Combine(data.FullName, "clock"));
            clock.MoveTo(TimeProvider.System.GetUtcNow().AddDays(-YearPlan.Days));
            await using var app = await StartAsync(clock, data.FullName);
            using var silence = new StringWriter(CultureInfo.InvariantCulture);
            var steps = new Steps(
                AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(silence) }),
                TimeProvider.System
            );

            var loaded = await new LoadYearHandler(steps, TimeProvider.System).HandleAsync(
                new LoadYear(data.FullName, Households, Seed: 1),
                new MovedApp(app, clock),
                CancellationToken.None
            );
            clock.MoveTo(TimeProvider.System.GetUtcNow());

            Assert.True(loaded.Refused.Values.Sum() * 20 <= loaded.Done, string.Join("; ", loaded.Refused));
            await LookAsync(app, new AccountFiles(data.FullName));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task LookAsync(AppUnderTest app, AccountFiles files)
    {
        using var city = await SignInAsync(app, files, "city");
        var coverage = await city.GetFromJsonAsync<JsonElement>("/api/coverage/4414");
        Assert.Equal(Households, Count(coverage, "households"));
        Assert.InRange(Count(coverage, "registry"), Households + 1, 2 * Households);
        Assert.All(["planned", "drafted", "followUpsOnTime"], count => Assert.True(Count(coverage, count) > 0, count));

        // Of so few each one counts: the aims are held wider here, and for many by YearAimsTests.
        Assert.InRange(Rate(coverage, "followUpsInTime"), YearAims.InTime.From - Few, YearAims.InTime.To + Few);
        Assert.InRange(Rate(coverage, "contracted"), YearAims.Contracts.From - Few, YearAims.Contracts.To + Few);
        Assert.InRange(Rate(coverage, "inControl"), YearAims.GlucoseInControl.From - Few, YearAims.PressureInControl.To + Few);

        var history = await city.GetFromJsonAsync<JsonElement>("/api/coverage/4414/history?days=400");
        var days = history.GetProperty("days").EnumerateArray().ToList();
        var enrolled = days.Select(day => day.GetProperty("counts").GetProperty("registryEnrolled").GetInt32()).ToList();
        Assert.True(days.Select(day => day.GetProperty("day").GetString()?[..7]).Distinct().Count() >= 12);
        Assert.Equal(enrolled.Order(), enrolled);

        using var worker = await SignInAsync(app, files, "worker");
        var list = await worker.GetFromJsonAsync<JsonElement>($"/api/regions/{DemoAccount.Township}/worklist");
        var late = list.GetProperty("items").EnumerateArray().Select(line => line.GetProperty("overdueDays").GetInt32()).ToList();
        Assert.NotEmpty(late);
        Assert.True(late.Count(days => days > 0) * 5 <= late.Count, $"Overdue: {string.Join(' ', late)}");
        Assert.True(late.Count(days => days > 31) <= 1, $"Overdue: {string.Join(' ', late)}");

        using var physician = await SignInAsync(app, files, "physician");
        var own = $"/api/physicians/P{DemoAccount.Township}-01";
        Assert.NotEqual(0, (await physician.GetFromJsonAsync<JsonElement>($"{own}/worklist")).GetProperty("items").GetArrayLength());
        Assert.NotEqual(0, (await physician.GetFromJsonAsync<JsonElement>($"{own}/slots?days=14")).GetProperty("items").GetArrayLength());
    }

    private static double Rate(JsonElement coverage, string measure) =>
        coverage
            .GetProperty("region")
            .GetProperty("measures")
            .EnumerateArray()
            .First(one => one.GetProperty("code").GetString() == measure)
            .GetProperty("rate")
            .GetDouble();

    private static int Count(JsonElement coverage, string count) =>
        coverage.GetProperty("region").GetProperty("counts").GetProperty(count).GetInt32();

    private static async Task<HttpClient> SignInAsync(AppUnderTest app, AccountFiles files, string userName)
    {
        var body = new { userName, password = files.PasswordOf(userName) };
        using var answer = await app.Anonymous.PostAsJsonAsync("/api/sign-in", body);
        answer.EnsureSuccessStatusCode();
        var session = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            session.GetProperty("accessToken").GetString()
        );
        return client;
    }

    private static Task<AppUnderTest> StartAsync(TimeProvider clock, string data)
    {
        var settings = YearSettings.All.ToDictionary(
            setting => setting.Key.Replace("__", ":", StringComparison.Ordinal),
            setting => (string?)setting.Value
        );
        settings["Access:FirstOperator:UserName"] = DemoAccount.Operator.UserName;
        settings["Access:FirstOperator:Password"] = new AccountFiles(data).PasswordOf(DemoAccount.Operator.UserName);
        return AppUnderTest.StartAsync(clock, settings: settings);
    }

    private sealed class MovedApp(AppUnderTest app, MovedClock clock) : IMovedService
    {
        private readonly QueueServiceClient _queues = new(app.Storage.ConnectionString);

        public Uri Address => app.Address;

        public void MoveTo(DateTimeOffset moment) => clock.MoveTo(moment);

        public Task FireAsync(string timerFunction) => app.FireAsync(timerFunction);

        public Task SettledAsync(IReadOnlyList<string> queues, CancellationToken cancellationToken) =>
            _queues.SettledAsync(queues, cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
