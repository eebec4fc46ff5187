namespace Alleviation.LocalHost;

/// <summary>What a host is started with.</summary>
/// <param name="Launcher">Begins the worker.</param>
public sealed record LocalHostOptions(IWorkerLauncher Launcher)
{
    /// <summary><c>--urls</c> and other settings, above those of the environment.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Above all others: those that a test gives.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>By which timers fall due.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How the host reads queues: a test counts, watches or breaks its calls.</summary>
    public QueueClientOptions Queues { get; init; } = new() { Retry = { NetworkTimeout = TimeSpan.FromSeconds(10) } };

    /// <summary>Where the host's lines and the worker's go.</summary>
    public Action<ILoggingBuilder> Logging { get; init; } =
        static logging =>
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            });
}

/// <summary>A Functions host for one machine: one worker, its HTTP functions, queues and timers.</summary>
public sealed class LocalFunctionsHost : IAsyncDisposable
{
    /// <summary>Bytes: the real host's limit, unless FUNCTIONS_REQUEST_BODY_SIZE_LIMIT says otherwise.</summary>
    private const long MaxBody = 104_857_600;

    private readonly WorkerServer _server;
    private readonly Workers _workers;
    private readonly WebApplication _front;

    private LocalFunctionsHost(WorkerServer server, Workers workers, WebApplication front) =>
        (_server, _workers, _front) = (server, workers, front);

    /// <summary>Where it answers requests.</summary>
    public Uri Address => new(_front.Urls.First());

    /// <exception cref="InvalidOperationException">Something is asked for that this host does not know; the message names it.</exception>
    /// <exception cref="WorkerGoneException">The app ended before it was ready.</exception>
    public static async Task<LocalFunctionsHost> StartAsync(LocalHostOptions options, CancellationToken cancellationToken)
    {
        // Nothing reads changed settings while it runs, and every watched file costs one of the system's few watches.
        string[] arguments = ["--hostBuilder:reloadConfigOnChange=false", .. options.Arguments];
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = arguments });
        builder.Configuration.AddInMemoryCollection(options.Settings);
        var host = HostJson.Read(options.Launcher.AppFolder, builder.Configuration);
        var loggers = LoggerFactory.Create(logging =>
        {
            if (host.Logging is { } section)
            {
                logging.AddConfiguration(section);
            }
            // A request's path and query may name a person.
            logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Yarp", LogLevel.Warning);
            options.Logging(logging);
        });
        var server = await WorkerServer.StartAsync(cancellationToken);
        var workers = new Workers(options.Launcher, server, loggers);
        try
        {
            var worker = await workers.StartAsync(cancellationToken);
            var functions = new FunctionReader(host, builder.Configuration).Read(worker.Answers.Functions);
            builder.Services.AddSingleton(loggers).AddSingleton(options.Clock).AddSingleton(host).AddSingleton(workers);
            builder.Services.AddSingleton(functions).AddSingleton(AccountOf(builder.Configuration, options.Queues));
            var front = await FrontAsync(builder, functions, cancellationToken);
            var names = string.Join(", ", functions.Select(function => function.Name));
            loggers.CreateLogger("Host.Startup").Started(functions.Count, names, front.Urls.First());
            return new LocalFunctionsHost(server, workers, front);
        }
        catch
        {
            await workers.DisposeAsync();
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a timer function now, whatever its schedule says.</summary>
    /// <returns>Whether it succeeded.</returns>
    /// <exception cref="InvalidOperationException">There is no such timer function.</exception>
    public Task<bool> FireAsync(string timerFunction) => _front.Services.GetRequiredService<TimerListener>().FireAsync(timerFunction);

    /// <summary>Until it is asked to stop (SIGTERM, Ctrl-C).</summary>
    public Task WaitForShutdownAsync() => _front.WaitForShutdownAsync();

    /// <summary>Takes nothing new, lets what runs finish, and ends the worker.</summary>
    public async ValueTask DisposeAsync()
    {
        // What is not settled by then comes back to the next host when its lease ends.
        try
        {
            await _front.StopAsync();
        }
        catch (OperationCanceledException)
        {
            _front.Logger.Unsettled();
        }
        await _workers.DisposeAsync();
        await _front.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static async Task<WebApplication> FrontAsync(
        WebApplicationBuilder builder,
        IReadOnlyList<LocalFunction> functions,
        CancellationToken cancellationToken
    )
    {
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = builder.Configuration.GetValue("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", MaxBody);
            });
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton<Invocations>().AddSingleton<HttpFunctions>().AddSingleton<TimerListener>();
        builder.Services.AddHostedService<QueueListener>().AddHostedService(services => services.GetRequiredService<TimerListener>());
        var front = builder.Build();
        front.Use(HttpFunctions.NotFoundForOtherMethodsAsync);
        front.UseRouting();
        var http = front.Services.GetRequiredService<HttpFunctions>();
        foreach (var function in functions.Where(function => function.Trigger.Type is "httpTrigger"))
        {
            http.Map(front, function);
        }

        await front.StartAsync(cancellationToken);
        return front;
    }

    private static QueueAccount AccountOf(ConfigurationManager settings, QueueClientOptions options)
    {
        var connection = settings["AzureWebJobsStorage"];
        if (connection is null)
        {
            throw new InvalidOperationException("The setting AzureWebJobsStorage is missing.");
        }
        // The text of a message is left as it is, so that it goes to the poison queue unchanged.
        options.MessageEncoding = QueueMessageEncoding.None;
        options.Diagnostics.IsLoggingEnabled = options.Diagnostics.IsDistributedTracingEnabled = false;
        var lease = settings.GetValue("LocalHost:MessageLease", TimeSpan.FromMinutes(1));
        return new QueueAccount(new QueueServiceClient(connection, options), lease);
    }
}
