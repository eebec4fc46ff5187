using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.FollowUps;

/// <summary>When a visit can have been made, and when the next can be due.</summary>
internal static class VisitTimes
{
    /// <summary>A phone's clock may be a little fast.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    /// <summary>What lies on paper is entered sooner; further back is a slip of the year.</summary>
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(366);

    /// <param name="latest">What the rules say: a person may ask for an earlier visit, not for a later one.</param>
    public static IEnumerable<FieldError> Check(CheckedVisit visit, MemberSummary member, DateOnly latest, DateTimeOffset now)
    {
        if (visit.At > now + ClockSkew)
        {
            yield return new FieldError("at", "in-the-future");
        }
        else if (visit.At < now - MaxDelay)
        {
            yield return new FieldError("at", "too-long-ago");
        }
        else if (visit.At.ToChinaDate() < member.BornOn)
        {
            yield return new FieldError("at", "before-birth");
        }
        else if (visit.At.ToChinaDate() > member.LeftOn)
        {
            yield return new FieldError("at", "after-departure");
        }

        if (visit.NextDueOn is { } next && (next <= visit.On || next > latest))
        {
            yield return new FieldError("nextDueOn", "next-visit-range", Text(visit.On.AddDays(1)), Text(latest));
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
