using System.ComponentModel.DataAnnotations;

namespace Alleviation.Functions.Changes;

/// <summary>Section <c>Changes</c>.</summary>
public sealed class ChangesOptions
{
    public const string Section = "Changes";

    /// <summary>
    /// By then whoever makes a change has shown it too; a host that died has not, and then the message does. Whole seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan ShownWithin { get; set; } = TimeSpan.FromSeconds(3);
}
