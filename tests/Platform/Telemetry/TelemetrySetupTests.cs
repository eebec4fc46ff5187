using Alleviation.Functions.Platform.Telemetry;
using Alleviation.Tests.Support;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Alleviation.Tests.Platform.Telemetry;

public sealed class TelemetrySetupTests
{
    private static readonly Type[] Providers = [typeof(TracerProvider), typeof(MeterProvider), typeof(LoggerProvider)];

    [Fact]
    public void ByDefault_NobodyListens()
    {
        var services = Functions.Program.CreateBuilder([]).Services;

        Assert.DoesNotContain(services, service => Providers.Contains(service.ServiceType));
        Assert.DoesNotContain(services, service => service.ServiceType.FullName!.StartsWith("OpenTelemetry", StringComparison.Ordinal));
        Assert.DoesNotContain(services, service => service.ImplementationType == typeof(OpenTelemetryLoggerProvider));
    }

    [Fact]
    public async Task ByDefault_NoInstrumentIsRead()
    {
        await using var app = await AppUnderTest.StartAsync();

        Assert.False(app.Get<ServiceMeter>().Counter("alleviation.test", "{call}", "").Enabled);
        Assert.False(app.Get<ServiceMeter>().Gauge("alleviation.test.gauge", "s", "").IsRead);
    }

    [Theory]
    [InlineData("--Telemetry:Exporter=Otlp", "--Telemetry:OtlpEndpoint=http://127.0.0.1:4318")]
    [InlineData("--Telemetry:Exporter=AzureMonitor", "--APPLICATIONINSIGHTS_CONNECTION_STRING=InstrumentationKey=none")]
    public void AnExporter_HasTracesMetricsAndLogs(params string[] arguments)
    {
        var services = Functions.Program.CreateBuilder(arguments).Services;

        Assert.All(Providers, provider => Assert.Contains(services, service => service.ServiceType == provider));
    }

    [Theory]
    [InlineData("Telemetry:Exporter", "--Telemetry:Exporter=Nonsense")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "--Telemetry:Exporter=AzureMonitor")]
    public void AnExporterThatCannotWork_StopsTheStart_ByName(string named, string argument)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Functions.Program.CreateBuilder([argument]));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SampleRatio", "--Telemetry:SampleRatio=1.5")]
    [InlineData("Telemetry:OtlpEndpoint", "--Telemetry:OtlpEndpoint=ftp://collector")]
    public void ASettingOutOfRange_StopsTheStart_ByName(string named, string argument)
    {
        using var host = Functions.Program.CreateBuilder([argument]).Build();

        var refusal = Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value);

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnIdentity_IsReadAsAzureFunctionsWritesIt()
    {
        Assert.Null(Exporters.CredentialOf(null));
        Assert.IsType<ManagedIdentityCredential>(Exporters.CredentialOf("Authorization=AAD"));
        Assert.IsType<ManagedIdentityCredential>(Exporters.CredentialOf("ClientId=00000000-0000-0000-0000-000000000001;Authorization=AAD"));
        Assert.Throws<InvalidOperationException>(() => Exporters.CredentialOf("Authorization=Basic"));
    }
}
