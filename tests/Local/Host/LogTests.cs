using Alleviation.Tests.Local.Host.Support;
using Alleviation.Tests.Support;
using Microsoft.Azure.Functions.Worker.Local.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alleviation.Tests.Local.Host;

public sealed class LogTests
{
    private const string AnyId = "[0-9a-f-]{36}";

    [Fact]
    public async Task Invocation_IsLoggedAsOnTheRealHostAndWithoutTheMessage()
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync("fails-first");
        await queue.SendMessageAsync("a secret");
        using var log = new CapturedLog();
        var builder = QueueHost.Loading(account, "Queue_FailsFirst");
        builder.Logging.AddProvider(log);
        await using var host = await SampleHost.StartAsync(builder);
        await queue.UntilEmptyAsync();

        var lines = log.Lines.Where(line => line.Contains("Function.", StringComparison.Ordinal)).ToList();

        const string Name = "Function.Queue_FailsFirst: ";
        Assert.Collection(
            lines,
            line => Assert.Matches($"^Information {Name}Executing 'Functions.Queue_FailsFirst' \\(Reason='New queue message detected on 'fails-first'.', Id={AnyId}\\)$", line),
            line => Assert.Matches($"^Error {Name}Executed 'Functions.Queue_FailsFirst' \\(Failed, Id={AnyId}, Duration=\\d+ms\\)$", line),
            line => Assert.StartsWith($"Information {Name}Executing", line, StringComparison.Ordinal),
            line => Assert.Matches($"^Information {Name}Executed 'Functions.Queue_FailsFirst' \\(Succeeded, Id={AnyId}, Duration=\\d+ms\\)$", line));
        Assert.DoesNotContain(log.Lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LogLevelOfHostJson_SilencesInvocations()
    {
        using var log = new CapturedLog();
        var builder = SampleHost.Loading("Http_Default").With("logging:logLevel:Function", "Warning");
        builder.Logging.AddProvider(log);
        await using var host = await SampleHost.StartAsync(builder);

        await host.Http.GetStringAsync(new Uri("/api/Http_Default", UriKind.Relative));

        Assert.DoesNotContain(log.Lines, line => line.Contains("Execut", StringComparison.Ordinal));
        Assert.Contains("Information Host.Startup: 1 functions loaded: Http_Default", log.Lines);
    }

    [Fact]
    public void Line_TellsTimeLevelCategoryAndMessage()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 11, 22, 8, 30, 0, 7, TimeSpan.Zero));
        using var text = new StringWriter();

        new LineFormatter(clock).Write(new LogEntry<string>(LogLevel.Warning, "Host.Queues", default, "a message", null, (state, _) => state), null, text);

        Assert.Equal($"2026-11-22T08:30:00.007Z warn Host.Queues: a message{Environment.NewLine}", text.ToString());
    }
}
