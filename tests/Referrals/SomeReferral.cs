namespace Alleviation.Tests.Referrals;

internal static class SomeReferral
{
    public static readonly object Psychiatry = new
    {
        direction = "up",
        urgency = "soon",
        discipline = "psychiatry",
        condition = "F20",
        reason = "近一周夜间躁动",
    };
}
