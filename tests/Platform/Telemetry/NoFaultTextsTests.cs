using System.Diagnostics;
using Alleviation.Functions.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace Alleviation.Tests.Platform.Telemetry;

/// <summary>What a fault says may quote what somebody typed: it stays in the house.</summary>
public sealed class NoFaultTextsTests
{
    private const string Secret = "欧阳慎独";

    [Fact]
    public void AnActivityThatFailed_LeavesWithoutTheFaultsText()
    {
        using var source = new ActivitySource("tests.fault");
        var left = new List<(ActivityStatusCode Status, string? Description)>();
        var exporter = new Taking<Activity>(activity => left.Add((activity.Status, activity.StatusDescription)));
        using (
            Sdk.CreateTracerProviderBuilder()
                .AddSource(source.Name)
                .AddProcessor(new NoFaultTexts())
                .AddProcessor(new SimpleActivityExportProcessor(exporter))
                .Build()
        )
        {
            using var activity = source.StartActivity("invocation");
            activity!.SetStatus(ActivityStatusCode.Error, Secret);
        }

        Assert.Equal((ActivityStatusCode.Error, null), Assert.Single(left));
    }

    [Fact]
    public void ALineWithAnException_LeavesWithItsKindOnly()
    {
        var left = new List<string>();
        var exporter = new Taking<LogRecord>(record =>
            left.Add($"{record.Exception} {record.Body} {string.Join(' ', record.Attributes!)}")
        );
        using (
            var services = new ServiceCollection()
                .AddOpenTelemetry()
                .WithLogging(logging => logging.AddProcessor(new NoExceptions()).AddProcessor(new SimpleLogRecordExportProcessor(exporter)))
                .Services.BuildServiceProvider()
        )
        {
            var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("tests");
            log.LogError(new FormatException(Secret), "It failed for {Id}", 7);
        }

        var line = Assert.Single(left);
        Assert.Contains("[error.type, FormatException]", line, StringComparison.Ordinal);
        Assert.Contains("[Id, 7]", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, line, StringComparison.Ordinal);
    }

    private sealed class Taking<T>(Action<T> take) : BaseExporter<T>
        where T : class
    {
        public override ExportResult Export(in Batch<T> batch)
        {
            foreach (var item in batch)
            {
                take(item);
            }
            return ExportResult.Success;
        }
    }
}
