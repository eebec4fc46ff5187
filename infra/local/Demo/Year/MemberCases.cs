using System.Text.Json.Nodes;

namespace Alleviation.Demo.Year;

/// <summary>What is asked, taught, measured and booked for a member who is ill, beside the visits.</summary>
internal sealed class MemberCases(Dice dice, int household, int number, string condition, DateOnly enrolledOn, DateOnly today)
{
    private readonly List<YearEvent> _events = [];

    public IReadOnlyList<YearEvent> Draw()
    {
        if (dice.Chance(0.7))
        {
            Begin(YearStep.Teach, Later(5, 60), TeachingBody());
        }
        if (dice.Chance(0.35))
        {
            DrawQuestion(dice.Chance(0.8), Any());
        }
        if (condition is "I10" or "E11" or "N18" && dice.Chance(0.6))
        {
            DrawTest(Any());
        }
        if (dice.Chance(0.35))
        {
            DrawAppointment(Any());
        }
        if (dice.Chance(0.04))
        {
            DrawConference(Any());
        }
        return _events;
    }

    // What begins in the last days stays open: that is what a desk shows.
    private DateOnly Any() =>
        dice.Chance(0.12) && enrolledOn < today.AddDays(-20)
            ? WorkingDays.OnOrBefore(today.AddDays(-dice.Between(1, 5)))
            : Later(10, Math.Max(11, today.DayNumber - enrolledOn.DayNumber - 1));

    private DateOnly Later(int from, int to) => WorkingDays.OnOrAfter(enrolledOn.AddDays(dice.Between(from, to)));

    private YearEvent Begin(YearStep step, DateOnly on, JsonObject? body = null, string word = "")
    {
        var begun = new YearEvent(on, household, number, step)
        {
            Id = dice.NewId(),
            Body = body,
            Word = word,
        };
        _events.Add(begun);
        return begun;
    }

    private JsonObject TeachingBody() =>
        new() { ["text"] = YearWords.Lesson(condition), ["step"] = dice.Weighted(("given", 30), ("read", 40), ("understood", 30.0)) };

    private void DrawQuestion(bool isAboutMedication, DateOnly on)
    {
        var body = isAboutMedication
            ? new JsonObject
            {
                ["kind"] = "medication",
                ["condition"] = condition,
                ["text"] = YearWords.Question(condition, household),
            }
            : new JsonObject
            {
                ["kind"] = "guidance",
                ["symptoms"] = new JsonArray("cough"),
                ["text"] = "咳嗽三四天，有点痰，不发烧，要到哪里看？",
            };
        var asked = Begin(YearStep.Ask, on, body);
        var answered = WorkingDays.OnOrAfter(on.AddDays(dice.Weighted((dice.Between(1, 4), 85), (dice.Between(5, 15), 15.0))));
        var answer = new JsonObject { ["text"] = isAboutMedication ? dice.OneOf(YearWords.Answers) : "先到镇卫生院门诊看，带上病历。" };
        if (!isAboutMedication)
        {
            answer["disposition"] = new JsonObject
            {
                ["kind"] = "visit",
                ["where"] = "镇卫生院全科门诊",
                ["when"] = "两天内上午",
                ["how"] = "带身份证和病历，可坐村村通班车",
            };
        }
        _events.Add(asked with { Step = YearStep.Answer, On = answered, Body = answer, Word = dice.NewId() });
        _events.Add(
            asked with
            {
                Step = YearStep.CloseQuestion,
                On = answered.AddDays(dice.Weighted((dice.Between(1, 6), 85), (dice.Between(7, 25), 15.0))),
                Body = null,
                Word = _events[^1].Word,
            }
        );
    }

    private void DrawTest(DateOnly on)
    {
        var values = new JsonArray(
            Value("creatinine", dice.Between(58, 128)),
            Value("totalCholesterol", Math.Round(dice.Around(5.2, 0.8), 2)),
            Value("potassium", Math.Round(dice.Around(4.2, 0.4), 1))
        );
        if (condition is "E11")
        {
            values.Add(Value("hba1c", Math.Round(dice.Around(6.95, 0.9), 1)));
        }
        var report = Begin(
            YearStep.ReportTest,
            on,
            new JsonObject
            {
                ["takenAt"] = ChinaDay.At(on.AddDays(-2), 8, dice.Between(0, 59)),
                ["source"] = "report",
                ["laboratory"] = "县人民医院检验科",
                ["values"] = values,
            }
        );
        var seen = on.AddDays(dice.Weighted((dice.Between(1, 7), 85), (dice.Between(8, 30), 15.0)));
        _events.Add(report with { Step = YearStep.SeeTest, On = seen, Body = null });
    }

    private static JsonObject Value(string code, double value) => new() { ["code"] = code, ["value"] = value };

    private void DrawAppointment(DateOnly on)
    {
        // Which slot is a matter of the physician's week: so many days from the booking at the least.
        var booked = Begin(YearStep.Book, on, word: dice.Between(3, 12).ToString(System.Globalization.CultureInfo.InvariantCulture));
        _events.Add(booked with { Step = YearStep.Attend, On = on.AddDays(21), Word = dice.Chance(0.85) ? "kept" : "missed" });
    }

    private void DrawConference(DateOnly on)
    {
        var called = Begin(YearStep.CallConference, on, word: YearWords.Discipline(condition));
        _events.Add(called with { Step = YearStep.ConferenceOpinion, On = on.AddDays(dice.Between(2, 5)) });
        _events.Add(called with { Step = YearStep.ConcludeConference, On = on.AddDays(dice.Between(8, 11)) });
    }
}
