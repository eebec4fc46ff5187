using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;
using Alleviation.Functions.Registers;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.Registers;

/// <summary>Whom a register holds and what a line of it says; nothing is stored.</summary>
public sealed class RegisterRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly SeedFolder Seeds = new();

    private static readonly RegisterCatalogue Registers = new(
        new PathwayCatalogue(Seeds, new FollowUpForms(Seeds), new ReadingKinds(Seeds)),
        new CodeLists(Seeds)
    );

    [Fact]
    public void Registers_AreOfEveryPathwayThatSaysWhomItIsFor_OfCancer_AndOfEachOtherCondition()
    {
        var codes = Registers.All.Select(register => register.Code).ToList();

        Assert.Equal(codes.Distinct(), codes);
        Assert.Superset(
            new HashSet<string>(["hypertension", "type2Diabetes", "aged65", "severeMentalDisorder", "tuberculosis", "pregnancy", "cancer"]),
            codes.ToHashSet()
        );
        Assert.DoesNotContain("general", codes);
        Assert.DoesNotContain("I10", codes);
        Assert.Contains("C34", Registers.Find("cancer")!.Conditions);
        // Everybody with a condition stands in a register.
        Assert.All(
            new CodeLists(Seeds).Items("conditions"),
            condition => Assert.Contains(Registers.All, register => register.Conditions.Contains(condition.Code))
        );
    }

    [Theory]
    [InlineData("hypertension", "I10", 40, true)]
    [InlineData("hypertension", "E11", 70, false)]
    [InlineData("aged65", null, 65, true)]
    [InlineData("aged65", null, 64, false)]
    [InlineData("aged65", "I10", null, false)]
    [InlineData("cancer", "C34", 50, true)]
    [InlineData("C34", "C34", 50, true)]
    [InlineData("C34", "C50", 50, false)]
    public void Register_HoldsByConditionOrAge(string register, string? condition, int? age, bool expected) =>
        Assert.Equal(expected, Registers.Find(register)!.Holds(Member(condition, age), Today));

    [Theory]
    [InlineData(0, false, 0, false)]
    [InlineData(999, false, 999, false)]
    [InlineData(1_000, false, 999, true)]
    // Where not all households were looked at there may be more, however few were found.
    [InlineData(3, true, 3, true)]
    public void Count_IsOfAllThatWereLookedAt_AndSaysWhereThereAreMore(int there, bool isPart, int people, bool isMore)
    {
        IReadOnlyList<ListedPerson> found = [.. Enumerable.Repeat(new ListedPerson(Today.AddYears(-65), ["I10"]), there)];

        Assert.Equal(new RegisterCount("hypertension", people, isMore), CountOf("hypertension"));
        Assert.Equal(new RegisterCount("aged65", people, isMore), CountOf("aged65"));
        Assert.Equal(new RegisterCount("cancer", 0, isPart), CountOf("cancer"));

        RegisterCount CountOf(string register) => RegisterCount.Of(Registers.Find(register)!, found, isPart, Today);
    }

    [Fact]
    public void WhoHasLeft_StandsInNoRegister() =>
        Assert.DoesNotContain(Registers.All, register => register.Holds(Member("I10", 70) with { LeftOn = Today }, Today));

    [Fact]
    public void Line_TellsTheNewestVisitByTheRegistersForm_AndWhenTheNextIsDue()
    {
        var numbers = new Dictionary<string, decimal> { ["systolic"] = 152, ["diastolic"] = 94 };
        var member = Member("I10", 60) with
        {
            Plan = PlanDue("hypertension", Today.AddDays(-10)),
            Ledgers =
            [
                new FollowUpLedger("general", Today.AddDays(-1), true, []),
                new FollowUpLedger("hypertension", Today.AddDays(-100), false, []) { Values = numbers },
            ],
        };

        var line = LineOf(member);

        Assert.Equal(numbers, line.Values);
        Assert.Equal((false, Today.AddDays(-100), Today.AddDays(-10), 10), (line.InControl, line.LastOn, line.NextOn, line.OverdueDays));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(-1, 1)]
    public void Overdue_BeginsTheDayAfter(int due, int overdue) =>
        Assert.Equal(overdue, LineOf(Member("I10", 60) with { Plan = PlanDue("hypertension", Today.AddDays(due)) }).OverdueDays);

    [Fact]
    public void PlanThatIsOver_AsksForNoVisit_AndWithoutAVisitThereIsNoValue()
    {
        var line = LineOf(Member("I10", 60) with { Plan = PlanDue("hypertension", Today.AddDays(-10)) with { Status = "cancelled" } });

        Assert.Equal((null, null, null, 0), (line.Values, line.InControl, line.NextOn, line.OverdueDays));
    }

    private static RegisterLine LineOf(MemberSummary member) =>
        Assert.Single(RegisterLine.In(SomeHousehold.Of(member), Registers.Find("hypertension")!, Today));

    private static PlanSummary PlanDue(string form, DateOnly due) => new("active", false, [new DueFollowUp(form, due, 90)], [], []);

    private static MemberSummary Member(string? condition, int? age) =>
        new(1, "示例", "1", age is { } years ? Today.AddYears(-years) : null, condition is null ? [] : [condition]);
}
