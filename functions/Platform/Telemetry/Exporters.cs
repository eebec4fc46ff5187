using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Alleviation.Functions.Platform.Telemetry;

/// <summary>The two ways out. All settings of theirs are the official ones of OpenTelemetry and of Azure Functions.</summary>
internal static class Exporters
{
    private const string Connection = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public static void ToOtlp(this IOpenTelemetryBuilder builder, TelemetryOptions options) =>
        builder
            .WithTracing(tracing =>
                tracing
                    // By the trace id alone: a host that records nothing itself marks its traces as not to be recorded,
                    // and would silence ours.
                    .SetSampler(new TraceIdRatioBasedSampler(options.SampleRatio))
                    .AddOtlpExporter(exporter => To(exporter, options.OtlpEndpoint, "v1/traces"))
            )
            .WithMetrics(metrics => metrics.AddOtlpExporter(exporter => To(exporter, options.OtlpEndpoint, "v1/metrics")))
            .WithLogging(logging => logging.AddOtlpExporter(exporter => To(exporter, options.OtlpEndpoint, "v1/logs")));

    public static void ToAzureMonitor(this IOpenTelemetryBuilder builder, TelemetryOptions options, IConfiguration configuration)
    {
        if (configuration[Connection] is not { Length: > 0 } connection)
        {
            throw new InvalidOperationException($"Telemetry:Exporter AzureMonitor needs {Connection}.");
        }

        var credential = CredentialOf(configuration[Authentication]);
        builder
            .WithTracing(tracing => tracing.AddAzureMonitorTraceExporter(Configure))
            .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(Configure))
            .WithLogging(logging => logging.AddAzureMonitorLogExporter(Configure));

        void Configure(AzureMonitorExporterOptions exporter)
        {
            (exporter.ConnectionString, exporter.Credential) = (connection, credential);
            // Its own sampler, because that one writes the ratio to each span and so keeps the counts right.
            (exporter.SamplingRatio, exporter.TracesPerSecond) = ((float)options.SampleRatio, null);
            // A warning is worth telling whether or not its trace was kept.
            exporter.EnableTraceBasedLogsSampler = false;
            exporter.EnableLiveMetrics = false;
        }
    }

    /// <param name="authentication"><c>Authorization=AAD</c>, with <c>;ClientId=…</c> for a user-assigned identity.</param>
    /// <returns>Null where the connection string alone is enough.</returns>
    internal static ManagedIdentityCredential? CredentialOf(string? authentication)
    {
        if (string.IsNullOrWhiteSpace(authentication))
        {
            return null;
        }
        var parts = authentication
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .ToLookup(part => part[0], part => part.ElementAtOrDefault(1) ?? "", StringComparer.OrdinalIgnoreCase);
        if (!parts["Authorization"].Contains("AAD", StringComparer.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"{Authentication} must be Authorization=AAD, or Authorization=AAD;ClientId=….");
        }

        return new ManagedIdentityCredential(
            parts["ClientId"].FirstOrDefault(id => id.Length > 0) is { } client
                ? ManagedIdentityId.FromUserAssignedClientId(client)
                : ManagedIdentityId.SystemAssigned
        );
    }

    private static void To(OtlpExporterOptions exporter, Uri? endpoint, string path)
    {
        if (endpoint is null)
        {
            return;
        }
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}");
    }
}
