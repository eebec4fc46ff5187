using System.ComponentModel.DataAnnotations;

namespace Alleviation.Functions.Coverage;

/// <summary>Section <c>Coverage</c>.</summary>
public sealed class CoverageOptions
{
    public const string Section = "Coverage";

    /// <summary>Changes of a township within this time are counted together.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The same for counties and the city, which only add up their children.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ParentDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A request older than this has lost its message to a crash.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LostAfter { get; set; } = TimeSpan.FromMinutes(2);
}
