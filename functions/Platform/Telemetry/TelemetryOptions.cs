using System.ComponentModel.DataAnnotations;

namespace Alleviation.Functions.Platform.Telemetry;

/// <summary>Section <c>Telemetry</c>: whether traces, metrics and logs leave the service, and where to.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    public const string Section = "Telemetry";

    /// <summary>None: nothing is collected, and nothing of it costs anything.</summary>
    [EnumDataType(typeof(TelemetryExporter), ErrorMessage = "Telemetry:Exporter must be None, Otlp or AzureMonitor.")]
    public TelemetryExporter Exporter { get; set; } = TelemetryExporter.None;

    /// <summary>Where a collector takes OTLP over HTTP, without the signal's path; none: as <c>OTEL_EXPORTER_OTLP_…</c> say.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>Which part of all traces is kept, 0 to 1; decided by the trace id, so that a trace is kept whole or not at all.</summary>
    [Range(0.0, 1.0)]
    public double SampleRatio { get; set; } = 1;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OtlpEndpoint is null)
        {
            yield break;
        }
        if (!OtlpEndpoint.IsAbsoluteUri || (OtlpEndpoint.Scheme != Uri.UriSchemeHttps && OtlpEndpoint.Scheme != Uri.UriSchemeHttp))
        {
            yield return new ValidationResult("Telemetry:OtlpEndpoint must be an http or https address.");
        }
    }
}

public enum TelemetryExporter
{
    None,

    /// <summary>Any collector that speaks the OpenTelemetry protocol.</summary>
    Otlp,

    /// <summary>Application Insights.</summary>
    AzureMonitor,
}
