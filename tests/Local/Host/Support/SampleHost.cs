using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alleviation.Tests.Local.Host.Support;

/// <summary>A host that runs some of the sample functions of this assembly on a free port.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    private readonly IHost _host;

    private SampleHost(IHost host)
    {
        _host = host;
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Http = new HttpClient { BaseAddress = new Uri(address) };
        Journal = host.Services.GetRequiredService<Journal>();
    }

    public HttpClient Http { get; }

    public Journal Journal { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>A builder that loads these functions only, knows no host.json but what the test says, and serves no web app that was built beside it.</summary>
    public static FunctionsApplicationBuilder Loading(params string[] functions)
    {
        var builder = FunctionsApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--AzureWebJobsScriptRoot", "/no-such-folder", "--webroot", "/no-such-folder"]);
        for (var i = 0; i < functions.Length; i++) { builder.Configuration[$"AzureFunctionsJobHost:functions:{i}"] = functions[i]; }
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Journal>();
        return builder.ConfigureFunctionsWebApplication();
    }

    public static async Task<SampleHost> StartAsync(FunctionsApplicationBuilder builder)
    {
        var host = builder.Build();
        await host.StartAsync();
        return new SampleHost(host);
    }

    public static Task<SampleHost> StartAsync(params string[] functions) => StartAsync(Loading(functions));

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        _host.Dispose();
    }
}
