using Alleviation.Functions.Physicians;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Reliability;

/// <summary>Where the tests of this folder enrol: several villages of three townships in two counties, three physicians each.</summary>
internal static class Field
{
    public const string City = "4414";

    public static readonly string[] Counties = ["441402", "441403"];

    public static readonly string[] Townships = ["441402004", "441403100", "441403101"];

    private static readonly string[] Villages =
    [
        "441402004001",
        "441402004002",
        "441402004003",
        "441403100001",
        "441403100002",
        "441403100200",
        "441403101001",
        "441403101200",
    ];

    public static async Task HasRosterAsync(SavePhysicianHandler keep)
    {
        foreach (var township in Townships)
        {
            for (var number = 1; number <= 3; number++)
            {
                var result = await keep.HandleAsync(
                    new PhysicianRequest($"P{township}-0{number}", "医师", [Physician.GeneralPractice], township, "示范卫生院", 500, null),
                    version: null,
                    CancellationToken.None
                );
                Assert.Equal(SavePhysicianOutcome.Added, result.Outcome);
            }
        }
    }

    /// <summary>Households of four spread over the villages, one or two of them sick.</summary>
    public static IReadOnlyList<Dictionary<string, object?>> Households(int count) => [.. Enumerable.Range(0, count).Select(Household)];

    private static Dictionary<string, object?> Household(int index) =>
        Some.Household(
            Villages[index % Villages.Length],
            Some.Member(conditions: "I10"),
            index % 3 == 0 ? Some.Member("1", "19680405", male: false, "E11") : Some.Member("1", "19680405", male: false),
            Some.Member("2", "19950607"),
            Some.Member("3", "20010809", male: false)
        );
}
