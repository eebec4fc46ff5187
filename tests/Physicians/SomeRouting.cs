using Alleviation.Functions.Households;

namespace Alleviation.Tests.Physicians;

/// <summary>Households that are to be routed: a number gives each its own id.</summary>
internal static class SomeRouting
{
    private const string Village = "441402004001";

    public static Household NeedsCardiology() =>
        Household(1) with
        {
            Members =
            [
                new MemberSummary(
                    1,
                    "某人",
                    "1",
                    null,
                    ["I10"],
                    Plan: new PlanSummary("draft", false, [], ["generalPractice", "cardiology"], [])
                ),
            ],
        };

    public static Household Household(int number) =>
        new(
            HouseholdId.OfFingerprint(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture)),
            2,
            HouseholdStage.Received,
            "TEST00000001",
            Village,
            null,
            null,
            "general",
            [],
            "content",
            DateTimeOffset.UnixEpoch,
            "account"
        );
}
