using Alleviation.Functions.Consultations;
using Alleviation.Functions.Households;
using Alleviation.Functions.Referrals;
using Step = Alleviation.Functions.Referrals.ReferralStep;

namespace Alleviation.Tests.Histories;

/// <summary>Steps of what somebody is asked: consultations and referrals.</summary>
internal sealed class CaseSteps(HistoryDraw draw)
{
    private readonly List<string> _consultations = [];
    private readonly List<string> _referrals = [];
    private readonly List<(CaseKey Consultation, string Id)> _messages = [];

    public bool HasReferral => _referrals.Count > 0;

    public Func<Task> Ask()
    {
        var (id, by, isNew) = (draw.NewId(), draw.Somebody(People.Worker), draw.Random.Next(3) == 0);
        _consultations.Add(id);
        var start = isNew
            ? new StartConsultationRequest("guidance", null, ["cough"], "咳嗽三天", null)
            : new StartConsultationRequest("medication", "I10", null, draw.Random.Next(2) == 0 ? "药可以停吗" : "胸痛，出冷汗", null);
        Assert.True(CaseKey.TryParse(draw.Household.Value, HistoryDraw.Member, id, out var key));
        return () =>
            draw.DoAsync(
                "ask",
                async () => (await draw.App.Get<StartConsultationHandler>().HandleAsync(key, start, by, CancellationToken.None)).Outcome
            );
    }

    public Func<Task> Talk()
    {
        if (_consultations.Count == 0)
        {
            return Ask();
        }
        Assert.True(CaseKey.TryParse(draw.Household.Value, HistoryDraw.Member, draw.Recent(_consultations), out var key));
        var (id, drawn) = (draw.NewId(), draw.Random.Next(8));
        switch (drawn)
        {
            case 0:
                var closing = draw.Somebody(People.Worker);
                return () =>
                    draw.DoAsync(
                        "close",
                        async () =>
                            (await draw.App.Get<CloseConsultationHandler>().HandleAsync(key, closing, CancellationToken.None)).Outcome
                    );
            case 1 or 2 when _messages.Count > 0:
                var (read, hearing) = (draw.Recent(_messages), draw.Somebody(People.Worker));
                return () =>
                    draw.DoAsync(
                        "understand",
                        async () =>
                            (
                                await draw
                                    .App.Get<AcknowledgeConsultationHandler>()
                                    .HandleAsync(read.Consultation, new AcknowledgementRequest(read.Id), hearing, CancellationToken.None)
                            ).Outcome
                    );
            default:
                _messages.Add((key, id));
                var by = drawn < 6 ? draw.Somebody(People.Responsible) : draw.Somebody(People.Worker);
                var message = new MessageRequest(
                    $"说{draw.Random.Next(100)}",
                    null,
                    drawn == 5 ? new DispositionRequest("appointment", "卫生院", "明天", "步行") : null,
                    AskPharmacist: drawn == 4
                );
                return () =>
                    draw.DoAsync(
                        "message",
                        async () =>
                            (await draw.App.Get<WriteMessageHandler>().HandleAsync(key, id, message, by, CancellationToken.None)).Outcome
                    );
        }
    }

    public Func<Task> Refer()
    {
        var (id, by) = (draw.NewId("N"), draw.Somebody(People.Worker));
        _referrals.Add(id);
        Assert.True(CaseKey.TryParse(draw.Household.Value, HistoryDraw.Member, id, out var key));
        var referral = new SendReferralRequest(
            ReferralDirection.Up,
            draw.Random.Next(3) == 0 ? "soon" : "routine",
            "psychiatry",
            null,
            null,
            "睡眠差"
        );
        return () =>
            draw.DoAsync(
                "refer",
                async () => (await draw.App.Get<SendReferralHandler>().HandleAsync(key, referral, by, CancellationToken.None)).Outcome
            );
    }

    public Func<Task> ReferralStep()
    {
        if (_referrals.Count == 0)
        {
            return Refer();
        }
        Assert.True(CaseKey.TryParse(draw.Household.Value, HistoryDraw.Member, draw.Recent(_referrals), out var key));
        Step[] steps = [Step.Accept, Step.See, Step.Answer, Step.Close, Step.Decline, Step.Withdraw];
        var step = new TakeReferralStep(steps[draw.Random.Next(draw.Random.Next(6) == 0 ? steps.Length : 4)], "原因", "所见", "嘱咐");
        var by = step.Step is Step.Close or Step.Withdraw
            ? draw.Somebody(People.Worker)
            : draw.Somebody(draw.Random.Next(6) == 0 ? People.City : People.Psychiatrist);
        return () =>
            draw.DoAsync(
                $"referral {step.Step}",
                async () => (await draw.App.Get<TakeReferralStepHandler>().HandleAsync(key, step, by, CancellationToken.None)).Outcome
            );
    }
}
