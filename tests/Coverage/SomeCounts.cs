using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.Coverage;

/// <summary>Two members, a plan, and the counts of a household that has them.</summary>
internal static class SomeCounts
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static readonly MemberSummary Sick = new(1, "甲", "1", new DateOnly(1970, 1, 1), ["I10", "E11"], "44140200400100001");

    public static readonly MemberSummary Well = new(2, "乙", "2", new DateOnly(1975, 1, 1), []);

    public static readonly PlanSummary Plan = new("active", false, [], ["generalPractice"], ["chronicIllness"]);

    public static CoverageCounts Of(params MemberSummary[] members) => CoverageCounts.Of(SomeHousehold.Of(members), Today);
}
