using System.Text.Json;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.CarePlans;

namespace Alleviation.Tests.FollowUps;

/// <summary>A visit as it is sent: all that is wrong is told at once, and the same sent again is known by its fingerprint.</summary>
public sealed class VisitCheckRulesTests
{
    private static readonly CodeLists Lists = new(SomePlan.Seeds);
    private static readonly VisitCheck Check = new(
        SomeVisit.Forms,
        Lists,
        new AnswerCheck(new ReadingKinds(SomePlan.Seeds), Lists),
        new Fingerprinter(KeyRing.Create())
    );

    private static readonly VisitRequest Good = Request("hypertension");

    [Fact]
    public void GoodVisit_IsKeptInUniversalTime()
    {
        var (visit, errors) = Check.Check(Good with { Note = " 家属陪同 ", NextDueOn = new DateOnly(2026, 12, 20) });

        Assert.Empty(errors);
        Assert.Equal(("hypertension", "2", "家属陪同"), (visit!.Form.Code, visit.ContactMode, visit.Note));
        Assert.Equal((Good.At, TimeSpan.Zero), (visit.At, visit.At.Offset));
        Assert.Equal((new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 20)), (visit.On, visit.NextDueOn));
        Assert.Equal(130, visit.Answers["systolic"].GetInt32());
    }

    [Fact]
    public void WithoutAForm_NothingElseOfTheAnswersIsTold() =>
        Assert.Equal(
            ["form required", "at required", "contactMode required"],
            ErrorsOf(new VisitRequest(null, null, null, null, null, null, null))
        );

    [Theory]
    [InlineData("")]
    [InlineData("gout")]
    public void FormThatIsNotThere_IsFound(string form) =>
        Assert.Equal([form.Length == 0 ? "form required" : "form unknown-value"], ErrorsOf(Good with { Form = form }));

    [Theory]
    [InlineData("1899-12-31T23:59:59Z", "at too-long-ago")]
    [InlineData("1900-01-01T00:00:00Z", null)]
    [InlineData("2900-12-31T23:59:59Z", null)]
    [InlineData("2901-01-01T00:00:00Z", "at in-the-future")]
    public void Time_LiesInTheCalendar(string at, string? expectedError) =>
        Assert.Equal(Expected(expectedError), ErrorsOf(Good with { At = DateTimeOffset.Parse(at, null) }));

    [Fact]
    public void Answers_AreCheckedAgainstTheDayOfTheVisit()
    {
        var visit = Request("type2Diabetes", """{"hba1c":6.5,"hba1cOn":"2026-11-24"}""");

        Assert.Equal(["answers.hba1cOn in-the-future"], ErrorsOf(visit));
        Assert.Empty(ErrorsOf(visit with { At = visit.At!.Value.AddDays(1) }));
        // Without its day the visit cannot tell which answers are of the future.
        Assert.Equal(["at required"], ErrorsOf(visit with { At = null }));
    }

    [Fact]
    public void LeftOutAnswers_AreMissing() => Assert.Contains("answers.systolic required", ErrorsOf(Good with { Answers = null }));

    [Theory]
    [InlineData(500, false)]
    [InlineData(501, true)]
    public void Note_HasALimit(int length, bool isTooLong) =>
        Assert.Equal(Expected(isTooLong ? "note too-long" : null), ErrorsOf(Good with { Note = new string('长', length) }));

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void Confirmations_HaveALimit(int count, bool isTooMany) =>
        Assert.Equal(
            Expected(isTooMany ? "confirmed too-many" : null),
            ErrorsOf(Good with { Confirmed = [.. Enumerable.Range(0, count).Select(number => $"f{number}")] })
        );

    [Fact]
    public void ConfirmedValue_IsKept()
    {
        var unlikely = Request("hypertension", """{"systolic":230}""");

        Assert.Equal(["answers.systolic confirm-unlikely"], ErrorsOf(unlikely));
        Assert.Empty(ErrorsOf(unlikely with { Confirmed = ["systolic"] }));
    }

    [Theory]
    [InlineData("unknown", "contactMode unknown-value")]
    [InlineData(null, "contactMode required")]
    public void ContactMode_IsOfItsList(string? mode, string error) => Assert.Equal([error], ErrorsOf(Good with { ContactMode = mode }));

    [Fact]
    public void SameVisit_HasTheSameFingerprint_AndAnyOtherAnother()
    {
        var known = Fingerprint(Good);

        Assert.Equal(known, Fingerprint(Good with { At = Good.At!.Value.ToUniversalTime(), Note = "" }));
        Assert.Equal(known, Fingerprint(Good with { Confirmed = ["systolic"] }));
        VisitRequest[] others =
        [
            Request("general"),
            Good with
            {
                At = Good.At.Value.AddSeconds(1),
            },
            Good with
            {
                ContactMode = "1",
            },
            Request("hypertension", """{"systolic":131}"""),
            Good with
            {
                NextDueOn = new DateOnly(2026, 12, 20),
            },
            Good with
            {
                Note = "家属陪同",
            },
        ];
        Assert.Equal(others.Length + 1, others.Select(Fingerprint).Append(known).Distinct().Count());
    }

    private static string[] Expected(string? expectedError) => expectedError is null ? [] : [expectedError];

    private static string Fingerprint(VisitRequest visit) => Check.Check(visit).Visit!.Fingerprint;

    private static IReadOnlyList<string> ErrorsOf(VisitRequest given)
    {
        var (visit, errors) = Check.Check(given);
        Assert.Equal(errors.Count > 0, visit is null);
        return [.. errors.Select(error => $"{error.Field} {error.Code}")];
    }

    private static VisitRequest Request(string form, string changes = "{}") =>
        new(
            form,
            new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8)),
            "2",
            SomeVisit.AnswersSent(form, changes).Deserialize<Dictionary<string, JsonElement>>(),
            null,
            null,
            null
        );
}
