using System.Text.Json;
using Alleviation.Demo.Loading;
using Alleviation.Demo.Year;

namespace Alleviation.Tests.Seeds;

/// <summary>The year that the demo shows, before anybody loads it: a pure function of seed, day and number.</summary>
public sealed class YearPlanTests
{
    private const int Households = 200;
    private static readonly DateOnly Today = new(2026, 11, 29);
    private static readonly YearPlan Year = YearPlan.Draw(seed: 1, Today, Households, DemoAccount.Township);

    [Fact]
    public void TheSame_ForTheSameSeedAndDay_AndAnotherForAnother()
    {
        Assert.Equal(Written(Year), Written(YearPlan.Draw(seed: 1, Today, Households, DemoAccount.Township)));
        Assert.NotEqual(Written(Year), Written(YearPlan.Draw(seed: 2, Today, Households, DemoAccount.Township)));
        Assert.NotEqual(Written(Year), Written(YearPlan.Draw(seed: 1, Today.AddDays(1), Households, DemoAccount.Township)));
    }

    [Fact]
    public void EveryKindOfStep_Occurs() => Assert.Empty(Enum.GetValues<YearStep>().Except(Year.Events.Select(happened => happened.Step)));

    [Fact]
    public void EveryDay_IsOfTheYear_AndDaysFollowEachOther()
    {
        Assert.All(Year.Events, happened => Assert.InRange(happened.On, Today.AddDays(-YearPlan.Days), Today.AddDays(-1)));
        Assert.Equal(Year.Events.Select(happened => happened.On).Order(), Year.Events.Select(happened => happened.On));
    }

    [Fact]
    public void ExactlySoMany_AreEnrolled_InEveryMonth_AndSomeOfTheRegistryAreNot()
    {
        var enrolled = Year.Events.Where(happened => happened.Step is YearStep.Enrol).ToList();

        Assert.Equal(Households, enrolled.Select(happened => happened.Household).Distinct().Count());
        Assert.Equal(Households, enrolled.Count);
        Assert.True(Year.Registry.Count > Households);
        var months = enrolled.CountBy(happened => (happened.On.DayNumber - Today.DayNumber + YearPlan.Days) / 31).ToList();
        Assert.All(months, month => Assert.True(month.Key == 11 || month.Value >= Households / 20));
        Assert.True(months.Count >= 12);
    }

    [Fact]
    public void NothingHappens_BeforeTheHouseholdIsEnrolled()
    {
        foreach (var household in Year.Events.GroupBy(happened => happened.Household))
        {
            Assert.Equal(YearStep.Enrol, household.First().Step);
        }
    }

    [Fact]
    public void NothingHappens_ToAMemberWhoHasLeft()
    {
        var leaving = Year.Events.Where(happened => happened.Step is YearStep.Depart).ToList();

        Assert.NotEmpty(leaving);
        Assert.All(
            leaving,
            left => Assert.DoesNotContain(Year.Events, later => IsOf(later, left) && later.On >= left.On && later.Step is YearStep.Visit)
        );

        static bool IsOf(YearEvent yearEvent, YearEvent other) =>
            yearEvent.Household == other.Household && yearEvent.Member == other.Member;
    }

    [Fact]
    public void Counties_GetOnDifferently()
    {
        var enrolled = Year.Events.Where(happened => happened.Step is YearStep.Enrol).Select(happened => happened.Household).ToHashSet();
        var rates = Year
            .Registry.Index()
            .GroupBy(household => household.Item.VillageCode[..6])
            .ToDictionary(county => county.Key, county => county.Average(household => enrolled.Contains(household.Index) ? 1.0 : 0));

        Assert.Equal(8, rates.Count);
        Assert.True(rates.Values.Max() - rates.Values.Min() > 0.2, string.Join(", ", rates));
    }

    [Fact]
    public void Pressure_GetsBetter()
    {
        var visits = Year
            .Events.Where(happened => happened.Word is "hypertension" && happened.Step is YearStep.Visit)
            .GroupBy(happened => (happened.Household, happened.Member))
            .Where(patient => patient.Count() >= 3)
            .Select(patient => (First: Systolic(patient.First()), Last: Systolic(patient.Last())))
            .ToList();

        Assert.True(visits.Average(patient => patient.Last) < visits.Average(patient => patient.First) - 5);

        static int Systolic(YearEvent visit) => (int?)visit.Body?["answers"]?["systolic"] ?? 0;
    }

    [Fact]
    public void SomeOfWhatWasBegun_IsStillOpen()
    {
        Assert.NotEmpty(Begun(YearStep.Ask).Except(Begun(YearStep.Answer)));
        Assert.NotEmpty(Begun(YearStep.Refer).Except(Begun(YearStep.CloseReferral)));
        Assert.NotEmpty(Begun(YearStep.ReportTest).Except(Begun(YearStep.SeeTest)));
        Assert.NotEmpty(Begun(YearStep.Book).Except(Begun(YearStep.Attend)));

        static IEnumerable<string> Begun(YearStep step) =>
            Year.Events.Where(happened => happened.Step == step).Select(happened => happened.Id);
    }

    private static string Written(YearPlan year) => JsonSerializer.Serialize(year);
}
