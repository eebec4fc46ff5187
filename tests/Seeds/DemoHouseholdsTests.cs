using Alleviation.Demo.Households;
using Alleviation.Demo.People;

namespace Alleviation.Tests.Seeds;

public sealed class DemoHouseholdsTests
{
    private static readonly DateOnly AsOf = new DemoOptions().AsOf;

    [Fact]
    public void TheSameSeed_GivesTheSameHouseholds() =>
        Assert.Equal(
            DemoHouseholds.Generate(200, seed: 7).Select(EnrolmentBody.Of),
            DemoHouseholds.Generate(500, seed: 7).Take(200).Select(EnrolmentBody.Of)
        );

    [Fact]
    public void AnotherSeed_GivesOthers() =>
        Assert.NotEqual(
            EnrolmentBody.Of(DemoHouseholds.Generate(1, seed: 1).Single()),
            EnrolmentBody.Of(DemoHouseholds.Generate(1, seed: 2).Single())
        );

    [Fact]
    public void ManyHouseholds_HaveNumbersOfTheirOwnAndValidCitizenIds()
    {
        var households = DemoHouseholds.Generate(25_000, seed: 1).ToList();
        var members = households.SelectMany(household => household.Members).ToList();
        var ids = members.Select(member => member.IdNumber).OfType<string>().ToList();

        Assert.Distinct(households.Select(household => household.RegistrationNumber));
        Assert.Distinct(ids);
        Assert.All(ids, id => Assert.Equal(CitizenIds.CheckCharacter(id), id[17]));
        Assert.All(members, member => Assert.True((member.IdNumber is null) == (member.IdMissingReason is not null)));
        Assert.All(members.Where(member => member.IdNumber is not null), AssertIdAgreesWithMember);
        Assert.All(members, member => Assert.InRange(member.BornOn, AsOf.AddYears(-110), AsOf));
        Assert.All(households, household => Assert.Single(household.Members, member => member.Relationship == Relationships.Head));
    }

    [Fact]
    public void ManyHouseholds_LookLikeAPoorCountryside()
    {
        var members = DemoHouseholds.Generate(10_000, seed: 3).SelectMany(household => household.Members).ToList();
        var adults = members.Where(member => AgeOf(member) >= 18).ToList();
        var hypertensive = adults.Where(member => Has(member, "I10")).ToList();

        Assert.InRange(members.Count / 10_000.0, 3.0, 3.7);
        Assert.InRange(Share(adults, member => member.Conditions.Count > 0), 0.20, 0.30);
        Assert.InRange(Share(members, member => member.IdMissingReason == "newborn"), 0.001, 0.02);
        Assert.True(
            Share(adults.Where(member => AgeOf(member) >= 65), member => Has(member, "I10"))
                > 3 * Share(adults.Where(member => AgeOf(member) < 50), member => Has(member, "I10"))
        );
        Assert.InRange(Share(hypertensive, member => Systolic(member) < 140), 0.4, 0.65);
        Assert.InRange(Share(hypertensive, member => Systolic(member) >= 180), 0.02, 0.07);
        Assert.All(["E11", "F20", "A15", "C34", "N18"], code => Assert.Contains(members, member => Has(member, code)));
    }

    [Fact]
    public void EveryCode_IsInItsList()
    {
        foreach (var household in DemoHouseholds.Generate(3_000, seed: 5))
        {
            Assert.Contains(household.Kind, SeedFiles.Codes("householdKind"));
            Assert.Subset(SeedFiles.Codes("povertyCause").ToHashSet(), household.Causes.ToHashSet());
            foreach (var member in household.Members)
            {
                Assert.Subset(SeedFiles.Codes("conditions").ToHashSet(), member.Conditions.Select(condition => condition.Code).ToHashSet());
                Assert.All(member.Conditions, condition => Assert.InRange(condition.DiagnosedOn, member.BornOn, AsOf));
                Assert.All(member.Readings, AssertIsLikely);
            }
        }
    }

    [Fact]
    public void OneTownship_KeepsThemInItsVillages() =>
        Assert.All(
            DemoHouseholds.Generate(200, seed: 1, new DemoOptions { Within = "441424100" }),
            household => Assert.StartsWith("441424100", household.VillageCode, StringComparison.Ordinal)
        );

    [Fact]
    public void TheShowcase_HasThreeHouseholdsOfTen() =>
        Assert.InRange(
            DemoHouseholds
                .Generate(1_000, seed: 1, new DemoOptions { Showcase = "441403100" })
                .Count(household => household.VillageCode.StartsWith("441403100", StringComparison.Ordinal)),
            250,
            370
        );

    [Fact]
    public void FixedSize_HasAsManyMembersAndPatientsAsAsked() =>
        Assert.All(
            DemoHouseholds.Generate(500, seed: 1, new DemoOptions { Members = 4, ChronicMembers = 1 }),
            household =>
            {
                Assert.Equal(4, household.Members.Count);
                Assert.Single(household.Members, member => member.Conditions.Count > 0);
                Assert.All(household.Members, member => Assert.NotNull(member.IdNumber));
                Assert.All(household.Members, member => Assert.InRange(AgeOf(member), 0, 64));
            }
        );

    [Fact]
    public void TheRegistryList_HasOneLineForEachMember()
    {
        var households = DemoHouseholds.Generate(300, seed: 2).ToList();
        var lines = households.SelectMany(RegistryCsv.Lines).ToList();

        Assert.Equal(households.Sum(household => household.Members.Count), lines.Count);
        Assert.All(lines, line => Assert.Equal(RegistryCsv.Heading.Split(',').Length, line.Split(',').Length));
    }

    private static void AssertIdAgreesWithMember(DemoMember member)
    {
        var id = member.IdNumber!;
        Assert.Equal(member.BornOn.ToString("yyyyMMdd", null), id[6..14]);
        Assert.Equal(member.Sex == "1", (id[16] - '0') % 2 == 1);
        Assert.StartsWith("44149", id, StringComparison.Ordinal);
    }

    private static void AssertIsLikely(DemoReading reading)
    {
        var item = SeedFiles.CodeLists["readings"].Single(item => (string)item!["code"]! == reading.Code)!;
        Assert.Equal((string)item["unit"]!, reading.Unit);
        Assert.InRange(reading.Value, (decimal)item["likely"]!["from"]!, (decimal)item["likely"]!["to"]!);
    }

    private static int AgeOf(DemoMember member) => Ages.On(AsOf, member.BornOn);

    private static bool Has(DemoMember member, string code) => member.Conditions.Any(condition => condition.Code == code);

    private static decimal? Systolic(DemoMember member) => member.Readings.FirstOrDefault(reading => reading.Code == "systolic")?.Value;

    private static double Share(IEnumerable<DemoMember> members, Func<DemoMember, bool> condition) =>
        members.Average(member => condition(member) ? 1.0 : 0.0);
}
