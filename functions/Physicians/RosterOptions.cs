using System.ComponentModel.DataAnnotations;

namespace Alleviation.Functions.Physicians;

/// <summary>Section <c>Roster</c>.</summary>
public sealed class RosterOptions
{
    public const string Section = "Roster";

    /// <summary>
    /// How long a host may go by the roster that it read: routing costs no read per household, and a change is felt within it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromSeconds(30);
}
