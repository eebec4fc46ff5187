using System.ComponentModel.DataAnnotations;

namespace Alleviation.Functions.Platform.Storage;

/// <summary>Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>
    /// A call that has not been answered by then is tried again. The SDK's own 100 s is longer than a health worker waits.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:40")]
    public TimeSpan NetworkTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Tries after the first.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 5;

    /// <summary>Before the first retry; doubled each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);
}
