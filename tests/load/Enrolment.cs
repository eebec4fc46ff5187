using System.Text;
using Alleviation.Demo.Households;

namespace Alleviation.Load;

/// <summary>A household ready to be sent: four members, one of them a chronic patient, in one county.</summary>
internal sealed record Enrolment(int Number, string VillageCode, byte[] Body)
{
    private const int Seed = 2026;
    private const string County = "441403";

    public static DemoOptions Options { get; } =
        new()
        {
            Within = County,
            Members = 4,
            ChronicMembers = 1,
        };

    /// <param name="within">A region's code; the county where it is left out.</param>
    public static IReadOnlyList<Enrolment> Draw(int count, string within = County) =>
        [
            .. DemoHouseholds
                .Generate(count, Seed, Options with { Within = within })
                .Select(
                    (household, number) => new Enrolment(number, household.VillageCode, Encoding.UTF8.GetBytes(EnrolmentBody.Of(household)))
                ),
        ];
}
