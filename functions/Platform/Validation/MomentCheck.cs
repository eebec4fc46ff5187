namespace Alleviation.Functions.Platform.Validation;

/// <summary>Moments that a phone sends: its clock may be a little fast, and it may have been without signal for long.</summary>
internal static class MomentCheck
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    /// <summary>No phone is without signal for longer than this.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(400);

    public static bool IsInTheFuture(DateTimeOffset? moment, DateTimeOffset now) => moment > now + ClockSkew;

    /// <summary>Of what may have waited on a phone.</summary>
    public static void Sent(ValidationErrors validationErrors, string field, DateTimeOffset? moment, DateTimeOffset now)
    {
        if (IsInTheFuture(moment, now))
        {
            validationErrors.Add(field, "in-the-future");
        }
        else if (moment < now - MaxAge)
        {
            validationErrors.Add(field, "too-long-ago");
        }
    }
}
