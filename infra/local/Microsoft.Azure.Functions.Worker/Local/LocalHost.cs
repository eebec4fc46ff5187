using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Http;
using Microsoft.Azure.Functions.Worker.Local.Logging;
using Microsoft.Azure.Functions.Worker.Local.Queues;
using Microsoft.Azure.Functions.Worker.Local.Settings;
using Microsoft.Azure.Functions.Worker.Local.Timers;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Microsoft.Azure.Functions.Worker.Local;

/// <summary>Puts the host together: what host.json says, the application's functions, and what runs them.</summary>
internal static class LocalHost
{
    private const string DefaultUrl = "http://localhost:7071";

    public static WebApplicationBuilder CreateBuilder(string[] args, Assembly application)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Nothing reads changed settings while it runs, and every watched file costs one of the system's few watches.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ApplicationName = application.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        builder.Logging.AddConsole(console => console.FormatterName = LineFormatter.FormatterName).AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        // A request's path and query may name a person; functions log their own invocations.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        return builder;
    }

    public static WebApplication Build(
        WebApplicationBuilder builder, Assembly application, bool hasWebApplication, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        var problems = new Problems();
        var hostJson = HostJson.Read(builder.Configuration, problems);
        var host = HostSettings.From(hostJson, builder.Configuration, problems);
        var reader = new FunctionReader(
            new HttpFunctionReader(host, hasWebApplication), new QueueFunctionReader(builder.Configuration), new TimerFunctionReader(builder.Configuration));
        var functions = new FunctionDiscovery(host, builder.Configuration, reader, problems).Find(application);
        RouteConflicts.Find(functions, problems);
        problems.Refuse();

        builder.Logging.AddConfiguration(hostJson.GetSection("logging"));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = host.MaxRequestBody;
        });
        builder.Services.AddHost(host, functions, middleware);

        var app = builder.Build();
        foreach (var url in (builder.Configuration["urls"] ?? DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries)) { app.Urls.Add(url); }
        app.UseFunctions(functions);
        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Host.Startup").Loaded(functions.Count, string.Join(", ", functions.Select(function => function.Name)));
        return app;
    }

    private static void AddHost(
        this IServiceCollection services,
        HostSettings host,
        IReadOnlyList<LocalFunction> functions,
        IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        services.AddRouting();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(host).AddSingleton(functions).AddSingleton<Drain>();
        services.AddSingleton<ScopedExecutor>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FunctionExecutor>(provider, middleware));
        services.AddSingleton<HttpFunctionEndpoint>().AddSingleton<QueueConnections>();
        services.AddHostedService<QueueListener>().AddHostedService<TimerListener>();
    }
}
