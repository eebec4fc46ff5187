using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Consultations;
using Alleviation.Functions.Education;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Households;
using Alleviation.Functions.Medication;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Referrals;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Support;
using CarePlanStep = Alleviation.Functions.CarePlans.Plans.PlanStep;
using Step = Alleviation.Functions.Referrals.ReferralStep;

namespace Alleviation.Tests.Histories;

/// <summary>What several people do to one household, drawn from a seed: also what they may not, too late, twice, and two at once.</summary>
internal sealed class History(AppUnderTest app, HouseholdId household, int seed)
{
    private const int Member = 1;
    private readonly Random _random = new(seed);
    private readonly List<string> _consultations = [];
    private readonly List<string> _referrals = [];
    private readonly List<string> _courses = [];
    private readonly List<(CaseKey Consultation, string Id)> _messages = [];
    private readonly List<Func<Task>> _done = [];

    private TestClock Clock => (TestClock)app.Clock;

    /// <summary>Of every kind of step, what became of it: a test sees that each came to something.</summary>
    public Dictionary<string, HashSet<string>> Outcomes { get; } = new(StringComparer.Ordinal);

    public async Task PlayAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            switch (_random.Next(10))
            {
                case 0 when _done.Count > 0:
                    await _done[_random.Next(_done.Count)]();
                    break;
                case 1:
                    // Drawn before either begins, so that the seed alone says what happens.
                    var (one, other) = (Draw(), Draw());
                    await Task.WhenAll(one(), other());
                    break;
                case 2:
                    Clock.Advance(TimeSpan.FromHours(_random.Next(20 * 24)));
                    break;
                default:
                    await Draw()();
                    break;
            }
        }
    }

    private Func<Task> Draw()
    {
        var step = _random.Next(12) switch
        {
            0 or 1 => Visit(),
            2 or 3 => PlanStep(),
            4 => Opinion(),
            5 => Report(),
            6 => Ask(),
            7 => Talk(),
            8 => Course(),
            9 => _referrals.Count > 0 && _random.Next(3) > 0 ? ReferralStep() : Refer(),
            10 => ReferralStep(),
            _ => Lesson(),
        };
        _done.Add(step);
        return step;
    }

    private Func<Task> Visit()
    {
        var (id, by, at) = (NewId("N"), Somebody(People.Worker), Clock.GetUtcNow() - TimeSpan.FromMinutes(_random.Next(3 * 24 * 60)));
        var answers = SomeVisit
            .Told("hypertension", $$"""{"systolic":{{120 + _random.Next(70)}},"diastolic":{{70 + _random.Next(30)}}}""")
            .ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value));
        Assert.True(ClientId.TryParse(id, out var visit));
        return () =>
            DoAsync(
                "visit",
                async () =>
                    (
                        await app.Get<SaveVisitHandler>()
                            .HandleAsync(
                                household,
                                Member,
                                visit,
                                new VisitRequest("hypertension", at, "2", answers, null, null, null),
                                by,
                                CancellationToken.None
                            )
                    ).Outcome
            );
    }

    private Func<Task> PlanStep()
    {
        CarePlanStep[] steps =
        [
            CarePlanStep.Submit,
            CarePlanStep.Decide,
            CarePlanStep.Submit,
            CarePlanStep.Decide,
            CarePlanStep.Revise,
            CarePlanStep.Withdraw,
            CarePlanStep.Complete,
            CarePlanStep.Cancel,
        ];
        // What ends a plan is rare, or there is little left to happen.
        var (step, by, isLate) = (
            steps[_random.Next(_random.Next(8) == 0 ? steps.Length : 6)],
            Somebody(People.Responsible),
            _random.Next(6) == 0
        );
        return () =>
            DoAsync(
                $"plan {step}",
                async () =>
                    (
                        await app.Get<TakePlanStepHandler>()
                            .HandleAsync(
                                household,
                                Member,
                                step,
                                await VersionAsync(isLate),
                                new PlanStepRequest("原因"),
                                by,
                                CancellationToken.None
                            )
                    ).Outcome
            );
    }

    private Func<Task> Opinion()
    {
        var (findings, by, isLate) = ($"意见{_random.Next(3)}", Somebody(People.Cardiologist), _random.Next(6) == 0);
        return () =>
            DoAsync(
                "opinion",
                async () =>
                    (
                        await app.Get<GiveOpinionHandler>()
                            .HandleAsync(
                                household,
                                Member,
                                "cardiology",
                                await VersionAsync(isLate),
                                new OpinionRequest(findings, null, null),
                                by,
                                CancellationToken.None
                            )
                    ).Outcome
            );
    }

    private Func<Task> Report()
    {
        var (id, by, outcome, drawn) = (NewId(), Somebody(People.Worker), (ActivityOutcome)_random.Next(2), _random.Next(100));
        return () =>
            DoAsync(
                "report",
                async () =>
                {
                    var activities = (await Written.PlanAsync(app, household, Member)).Care.Schedule.Activities;
                    var code = activities.Count > 0 ? activities[drawn % activities.Count].Code : "exercise";
                    return (
                        await app.Get<ReportActivityHandler>()
                            .HandleAsync(
                                household,
                                Member,
                                code,
                                id,
                                new ActivityReportRequest(outcome, Clock.Today(), "原因", null),
                                by,
                                CancellationToken.None
                            )
                    ).Outcome;
                }
            );
    }

    private Func<Task> Ask()
    {
        var (id, by, isNew) = (NewId(), Somebody(People.Worker), _random.Next(3) == 0);
        _consultations.Add(id);
        var start = isNew
            ? new StartConsultationRequest("guidance", null, ["cough"], "咳嗽三天", null)
            : new StartConsultationRequest("medication", "I10", null, _random.Next(2) == 0 ? "药可以停吗" : "胸痛，出冷汗", null);
        Assert.True(CaseKey.TryParse(household.Value, Member, id, out var key));
        return () =>
            DoAsync(
                "ask",
                async () => (await app.Get<StartConsultationHandler>().HandleAsync(key, start, by, CancellationToken.None)).Outcome
            );
    }

    private Func<Task> Talk()
    {
        if (_consultations.Count == 0)
        {
            return Ask();
        }
        Assert.True(CaseKey.TryParse(household.Value, Member, Recent(_consultations), out var key));
        var (id, drawn) = (NewId(), _random.Next(8));
        switch (drawn)
        {
            case 0:
                var closing = Somebody(People.Worker);
                return () =>
                    DoAsync(
                        "close",
                        async () => (await app.Get<CloseConsultationHandler>().HandleAsync(key, closing, CancellationToken.None)).Outcome
                    );
            case 1 or 2 when _messages.Count > 0:
                var (read, hearing) = (Recent(_messages), Somebody(People.Worker));
                return () =>
                    DoAsync(
                        "understand",
                        async () =>
                            (
                                await app.Get<AcknowledgeConsultationHandler>()
                                    .HandleAsync(read.Consultation, new AcknowledgementRequest(read.Id), hearing, CancellationToken.None)
                            ).Outcome
                    );
            default:
                _messages.Add((key, id));
                var by = drawn < 6 ? Somebody(People.Responsible) : Somebody(People.Worker);
                var message = new MessageRequest(
                    $"说{_random.Next(100)}",
                    null,
                    drawn == 5 ? new DispositionRequest("appointment", "卫生院", "明天", "步行") : null,
                    AskPharmacist: drawn == 4
                );
                return () =>
                    DoAsync(
                        "message",
                        async () => (await app.Get<WriteMessageHandler>().HandleAsync(key, id, message, by, CancellationToken.None)).Outcome
                    );
        }
    }

    private Func<Task> Course()
    {
        var isStop = _courses.Count > 0 && _random.Next(3) == 0;
        var (id, by, isLate) = (
            isStop ? _courses[_random.Next(_courses.Count)] : NewId(),
            Somebody(People.Responsible),
            _random.Next(6) == 0
        );
        if (isStop)
        {
            return () =>
                DoAsync(
                    "stop",
                    async () =>
                        (
                            await app.Get<StopCourseHandler>()
                                .HandleAsync(
                                    household,
                                    Member,
                                    id,
                                    await MedicationVersionAsync(isLate),
                                    new StopCourseRequest(null, "好转"),
                                    by,
                                    CancellationToken.None
                                )
                        ).Outcome
                );
        }

        _courses.Add(id);
        var course = new CourseRequest(
            _random.Next(2) == 0 ? "amlodipine" : null,
            null,
            5,
            "mg",
            "onceDaily",
            null,
            null,
            null,
            "降压",
            "I10",
            null,
            "知情"
        );
        if (course.Drug is null)
        {
            course = course with { DrugText = $"草药{_random.Next(9)}" };
        }
        return () =>
            DoAsync(
                "course",
                async () =>
                    (
                        await app.Get<SaveCourseHandler>()
                            .HandleAsync(household, Member, id, await MedicationVersionAsync(isLate), course, by, CancellationToken.None)
                    ).Outcome
            );
    }

    private Func<Task> Refer()
    {
        var (id, by) = (NewId("N"), Somebody(People.Worker));
        _referrals.Add(id);
        Assert.True(CaseKey.TryParse(household.Value, Member, id, out var key));
        var referral = new SendReferralRequest(
            ReferralDirection.Up,
            _random.Next(3) == 0 ? "soon" : "routine",
            "psychiatry",
            null,
            null,
            "睡眠差"
        );
        return () =>
            DoAsync(
                "refer",
                async () => (await app.Get<SendReferralHandler>().HandleAsync(key, referral, by, CancellationToken.None)).Outcome
            );
    }

    private Func<Task> ReferralStep()
    {
        if (_referrals.Count == 0)
        {
            return Refer();
        }
        Assert.True(CaseKey.TryParse(household.Value, Member, Recent(_referrals), out var key));
        Step[] steps = [Step.Accept, Step.See, Step.Answer, Step.Close, Step.Decline, Step.Withdraw];
        var step = new TakeReferralStep(steps[_random.Next(_random.Next(6) == 0 ? steps.Length : 4)], "原因", "所见", "嘱咐");
        var by = step.Step is Step.Close or Step.Withdraw
            ? Somebody(People.Worker)
            : Somebody(_random.Next(6) == 0 ? People.City : People.Psychiatrist);
        return () =>
            DoAsync(
                $"referral {step.Step}",
                async () => (await app.Get<TakeReferralStepHandler>().HandleAsync(key, step, by, CancellationToken.None)).Outcome
            );
    }

    private Func<Task> Lesson()
    {
        var (id, by) = (NewId("N"), Somebody(People.Worker));
        var lesson = new LessonRequest("hypertension", "given", Clock.GetUtcNow() - TimeSpan.FromHours(_random.Next(200)), null);
        return () =>
            DoAsync(
                "lesson",
                async () =>
                    (await app.Get<RecordLessonHandler>().HandleAsync(household, Member, id, lesson, by, CancellationToken.None)).Outcome
            );
    }

    /// <summary>Usually the newest: an old one has nothing left to happen to it.</summary>
    private T Recent<T>(IReadOnlyList<T> all) => _random.Next(4) > 0 ? all[^1] : all[_random.Next(all.Count)];

    /// <summary>Usually who does it; now and then anybody.</summary>
    private Caller Somebody(Caller usually) => _random.Next(5) > 0 ? usually : People.All[_random.Next(People.All.Count)];

    private string NewId(string form = "D")
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString(form);
    }

    private async Task<int> VersionAsync(bool isLate) =>
        Math.Max(1, (await Written.PlanAsync(app, household, Member)).Plan.Version - (isLate ? 1 : 0));

    private async Task<int> MedicationVersionAsync(bool isLate) =>
        Math.Max(0, (await Written.MedicationAsync(app, household, Member)).Version - (isLate ? 1 : 0));

    private async Task DoAsync<T>(string step, Func<Task<T>> act)
        where T : struct, Enum
    {
        var outcome = (await act()).ToString();
        lock (Outcomes)
        {
            if (!Outcomes.TryGetValue(step, out var seen))
            {
                Outcomes[step] = seen = new HashSet<string>(StringComparer.Ordinal);
            }
            seen.Add(outcome);
        }
    }
}
