using Alleviation.Tests.Local.Host.Support;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Local.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Tests.Local.Host;

public sealed class HostJsonTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("host-json-");

    [Fact]
    public void File_IsReadFromTheScriptRootAndSettingsStandAboveIt()
    {
        Write("""
            { "version": "2.0", "functions": ["Http_Default"], "functionTimeout": "00:01:00", "logging": { "applicationInsights": { "samplingSettings": { "isEnabled": true } } },
              "extensions": { "http": { "routePrefix": "/v1/" }, "queues": { "batchSize": 8, "newBatchThreshold": 3, "messageEncoding": "None", "maxPollingInterval": "00:00:07" } } }
            """);

        using var host = Builder("--AzureFunctionsJobHost:extensions:queues:batchSize=2", "--LocalHost:MessageLease=00:00:05").Build();

        var settings = host.Services.GetRequiredService<HostSettings>();
        var queues = new QueueSettings(TimeSpan.FromSeconds(7), TimeSpan.Zero, 2, 3, 5, Base64: false, TimeSpan.FromSeconds(5));
        Assert.Equal(("v1", TimeSpan.FromMinutes(1), 104_857_600L, queues), (settings.RoutePrefix, settings.FunctionTimeout, settings.MaxRequestBody, settings.Queues));
        Assert.Equal(["Http_Default"], settings.Functions);
    }

    [Fact]
    public void EmptySections_AreNoneOfTheHostsBusiness()
    {
        Write("""{ "version": "2.0", "functions": ["Http_Default"], "logging": {}, "extensions": { "http": {}, "queues": {} } }""");

        using var host = Builder().Build();

        Assert.Equal("api", host.Services.GetRequiredService<HostSettings>().RoutePrefix);
    }

    [Fact]
    public void UnknownSection_IsRefusedEvenIfEmpty()
    {
        Write("""{ "version": "2.0", "functions": ["Http_Default"], "extensions": { "blobs": {} } }""");

        var refused = Assert.Throws<InvalidOperationException>(Builder().Build);

        Assert.Contains("'extensions.blobs'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AzureWebJobs.Http_Default.Disabled", "true")]
    [InlineData("AzureWebJobs_Http_Default_Disabled", "1")]
    public async Task DisabledFunction_IsNotLoaded(string setting, string value)
    {
        await using var host = await SampleHost.StartAsync(SampleHost.Loading("Http_Default", "Http_Read").WithSetting(setting, value));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await host.Http.GetAsync(new Uri("/api/Http_Default", UriKind.Relative))).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await host.Http.GetAsync(new Uri("/api/things/1", UriKind.Relative))).StatusCode);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string hostJson) => File.WriteAllText(Path.Combine(_folder.FullName, "host.json"), hostJson);

    private FunctionsApplicationBuilder Builder(params string[] args) =>
        FunctionsApplication.CreateBuilder(["--AzureWebJobsScriptRoot", _folder.FullName, .. args]).ConfigureFunctionsWebApplication();
}
