using System.ComponentModel.DataAnnotations;

namespace Alleviation.Functions.Households;

/// <summary>
/// For how long a physician who is not responsible may look in, unless what he came for ends sooner. Settings under <c>Guests</c>.
/// </summary>
public sealed class GuestPeriods
{
    /// <summary>From the end of the slot.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan AfterAppointment { get; init; } = TimeSpan.FromDays(3);

    /// <summary>From the end of the day by which the opinions are asked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan AfterConference { get; init; } = TimeSpan.FromDays(14);

    /// <summary>From the referral's last step.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan AfterReferral { get; init; } = TimeSpan.FromDays(30);
}
