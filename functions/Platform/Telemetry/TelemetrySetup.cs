using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace Alleviation.Functions.Platform.Telemetry;

public static class TelemetrySetup
{
    /// <summary>
    /// The service's own figures, and their way out where one is configured. The first of all setups: its middleware sees what the
    /// others answer.
    /// </summary>
    /// <exception cref="InvalidOperationException">The section says what does not exist, or the exporter lacks a setting.</exception>
    public static FunctionsApplicationBuilder AddTelemetry(this FunctionsApplicationBuilder builder)
    {
        builder
            .Services.AddOptions<TelemetryOptions>()
            .BindConfiguration(TelemetryOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddMetrics();
        builder.Services.AddSingleton<ServiceMeter>().AddSingleton<Timings>().AddSingleton<ServerErrors>();
        builder.UseMiddleware<ObservedRequests>();

        // Read now and not with the other options: without an exporter not even its services are there.
        var options = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        switch (options.Exporter)
        {
            case TelemetryExporter.Otlp:
                Collect(builder).ToOtlp(options);
                break;
            case TelemetryExporter.AzureMonitor:
                Collect(builder).ToAzureMonitor(options, builder.Configuration);
                break;
        }

        return builder;
    }

    // The worker's package names the service, tells the host that this process exports by itself, and adds the activity of each invocation.
    private static IOpenTelemetryBuilder Collect(FunctionsApplicationBuilder builder)
    {
        // What others log may quote addresses; of theirs only what went wrong.
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>("", LogLevel.Warning);
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(nameof(Alleviation), LogLevel.Information);
        return builder
            .Services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(tracing => tracing.AddSource(Traces.Name).AddProcessor(new NoFaultTexts()))
            .WithMetrics(metrics => metrics.AddMeter(ServiceMeter.Name))
            .WithLogging(logging => logging.AddProcessor(new NoExceptions()));
    }
}
