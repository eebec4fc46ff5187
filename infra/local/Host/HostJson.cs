using System.ComponentModel.DataAnnotations;

namespace Alleviation.LocalHost;

/// <summary>The app's host.json, as far as this host knows it; over it the settings that begin with <c>AzureFunctionsJobHost</c>.</summary>
internal sealed class HostJson
{
    [AllowedValues("2.0")]
    public string Version { get; set; } = "2.0";

    /// <summary>-1 stands for no end.</summary>
    public TimeSpan FunctionTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How the real host sends telemetry of its own; this one has none.</summary>
    public string? TelemetryMode { get; set; }

    public IConfigurationSection? Logging { get; set; }
    public ExtensionsJson Extensions { get; set; } = new();

    /// <exception cref="InvalidOperationException">A key is not known or a value out of range; the message names it.</exception>
    public static HostJson Read(string appFolder, IConfiguration settings)
    {
        var overrides = settings.GetSection("AzureFunctionsJobHost").AsEnumerable(true).Where(pair => pair.Value is not null);
        var file = new ConfigurationBuilder().AddJsonStream(new MemoryStream(File.ReadAllBytes(Path.Combine(appFolder, "host.json"))));
        var read = new HostJson();
        try
        {
            file.AddInMemoryCollection(overrides).Build().Bind(read, options => options.ErrorOnUnknownConfiguration = true);
            Validator.ValidateObject(read, new ValidationContext(read), true);
            Validator.ValidateObject(read.Extensions.Queues, new ValidationContext(read.Extensions.Queues), true);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ValidationException)
        {
            throw new InvalidOperationException($"The host does not start: it does not know what host.json has. {wrong.Message}", wrong);
        }

        if (read.FunctionTimeout < TimeSpan.Zero)
        {
            read.FunctionTimeout = Timeout.InfiniteTimeSpan;
        }
        return read;
    }

    internal sealed class ExtensionsJson
    {
        public HttpJson Http { get; set; } = new();
        public QueuesJson Queues { get; set; } = new();
    }

    internal sealed class HttpJson
    {
        public string RoutePrefix { get; set; } = "api";
    }

    /// <summary>Names and defaults are those of the storage queue extension, whose documentation says what each does.</summary>
    internal sealed class QueuesJson
    {
        [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
        public TimeSpan MaxPollingInterval { get; set; } = TimeSpan.FromMinutes(1);

        [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
        public TimeSpan VisibilityTimeout { get; set; }

        [Range(1, 32)]
        public int BatchSize { get; set; } = 16;

        [Range(0, 1000)]
        public int NewBatchThreshold { get; set; } = 8 * Environment.ProcessorCount;

        [Range(1, int.MaxValue)]
        public int MaxDequeueCount { get; set; } = 5;

        [AllowedValues("base64", "none")]
        public string MessageEncoding { get; set; } = "base64";
    }
}
