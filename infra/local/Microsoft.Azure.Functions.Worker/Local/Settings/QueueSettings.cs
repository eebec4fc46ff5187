namespace Microsoft.Azure.Functions.Worker.Local.Settings;

/// <param name="MaxPollingInterval">The longest pause between two looks at an empty queue.</param>
/// <param name="VisibilityTimeout">How long a message that failed stays hidden.</param>
/// <param name="BatchSize">How many messages are taken at once.</param>
/// <param name="NewBatchThreshold">The next batch is taken as soon as no more than this many are under way.</param>
/// <param name="MaxDequeueCount">How often a message is tried before it is poison.</param>
/// <param name="Base64">Whether a message's text is base64 of its body.</param>
/// <param name="Lease">How long a killed host keeps its messages from the others. The real host has no such setting: it takes ten minutes.</param>
internal sealed record QueueSettings(
    TimeSpan MaxPollingInterval,
    TimeSpan VisibilityTimeout,
    int BatchSize,
    int NewBatchThreshold,
    int MaxDequeueCount,
    bool Base64,
    TimeSpan Lease)
{
    private const string Section = "extensions:queues:";

    public static QueueSettings From(SettingReader hostJson, SettingReader settings)
    {
        var batchSize = (int)hostJson.Number(Section + "batchSize", 16, 1, 32);
        return new QueueSettings(
            hostJson.Time(Section + "maxPollingInterval", TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(1)),
            hostJson.Time(Section + "visibilityTimeout", TimeSpan.Zero, TimeSpan.Zero),
            batchSize,
            (int)hostJson.Number(Section + "newBatchThreshold", batchSize / 2 * Environment.ProcessorCount, 0, 1000),
            (int)hostJson.Number(Section + "maxDequeueCount", 5, 1, int.MaxValue),
            IsBase64(hostJson),
            // The service counts visibility in whole seconds.
            settings.Time("LocalHost:MessageLease", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1)));
    }

    private static bool IsBase64(SettingReader hostJson)
    {
        var encoding = hostJson.Text(Section + "messageEncoding") ?? "base64";
        var none = encoding.Equals("none", StringComparison.OrdinalIgnoreCase);
        if (!none && !encoding.Equals("base64", StringComparison.OrdinalIgnoreCase))
        {
            hostJson.Complain($"'{Section}messageEncoding' is '{encoding}', which is neither 'base64' nor 'none'.");
        }

        return !none;
    }
}
