using System.Globalization;
using System.Text.Json.Nodes;
using Alleviation.Demo.Households;

namespace Alleviation.Demo.Year;

/// <summary>Does one event of the year at the API, as the person whose work it is.</summary>
internal sealed class YearActs(YearClient client, YearPeople people)
{
    private readonly YearCases _cases = new(client, people);
    private readonly YearCorrections _corrections = new(client, people);

    /// <returns>Null where there was nothing to do it to, such as the steps of a referral that was refused.</returns>
    public Task<YearAnswer?> DoAsync(YearHousehold household, YearEvent happened, CancellationToken cancellationToken) =>
        happened.Step switch
        {
            YearStep.SubmitPlan => StepAsync(household, happened, "review", new JsonObject(), cancellationToken),
            YearStep.SignPlan => SignAsync(household, happened, cancellationToken),
            YearStep.RevisePlan => StepAsync(household, happened, "revision", new JsonObject(), cancellationToken),
            YearStep.CompletePlan => StepAsync(household, happened, "completion", Reason("疗程结束，痰检阴性"), cancellationToken),
            YearStep.CancelPlan => StepAsync(household, happened, "cancellation", Reason("长期在外地治疗，由当地管理"), cancellationToken),
            YearStep.GiveOpinion => GiveOpinionAsync(household, happened, cancellationToken),
            YearStep.Prescribe => PrescribeAsync(household, happened, cancellationToken),
            YearStep.Visit => AsWorkerAsync(household, happened, $"visits/{happened.Id}", happened.Body, cancellationToken),
            YearStep.ReportActivities => ReportActivitiesAsync(household, happened, cancellationToken),
            YearStep.SignContract => SignContractAsync(household, happened, cancellationToken),
            YearStep.Teach => AsWorkerAsync(household, happened, $"education/{happened.Id}", happened.Body, cancellationToken),
            YearStep.ReportTest => AsWorkerAsync(household, happened, $"test-reports/{happened.Id}", happened.Body, cancellationToken),
            YearStep.SeeTest => AsResponsibleAsync(household, happened, $"test-reports/{happened.Id}/acknowledgement", cancellationToken),
            YearStep.Depart or YearStep.MoveVillage => _corrections.DoAsync(household, happened, cancellationToken),
            _ => _cases.DoAsync(household, happened, cancellationToken),
        };

    public async Task<YearHousehold?> EnrolAsync(DemoHousehold drawn, YearEvent happened, CancellationToken cancellationToken)
    {
        var token = await people.WorkerAsync(drawn.VillageCode, cancellationToken);
        var body = JsonNode.Parse(EnrolmentBody.Of(drawn with { Members = [.. drawn.Members.Select(MeasuredAtTheDoor)] }));
        var answer = await client.SendAsync(token, HttpMethod.Post, "api/households", body, ifMatch: null, cancellationToken);
        return answer.IsDone ? new YearHousehold(drawn, answer.Body.GetProperty("id").GetString() ?? "") : null;

        // What the registry knows was measured before its first day; whoever enrols measures again.
        DemoMember MeasuredAtTheDoor(DemoMember member) =>
            member with
            {
                Readings = [.. member.Readings.Select(reading => reading with { TakenAt = ChinaDay.At(happened.On, 9, 30) })],
            };
    }

    /// <summary>Who is responsible, once the pipeline has been through.</summary>
    public async Task LearnAsync(YearHousehold household, CancellationToken cancellationToken)
    {
        var token = await people.WorkerAsync(household.VillageCode, cancellationToken);
        var answer = await client.GetAsync(token, $"api/households/{household.Id}", cancellationToken);
        if (answer.IsDone)
        {
            household.Learn(answer.Body);
        }
    }

    private static JsonObject Reason(string text) => new() { ["reason"] = text };

    private async Task<YearAnswer?> AsWorkerAsync(
        YearHousehold household,
        YearEvent happened,
        string what,
        JsonObject? body,
        CancellationToken cancellationToken
    )
    {
        var token = await people.WorkerAsync(household.VillageCode, cancellationToken);
        return await client.SendAsync(token, HttpMethod.Put, household.Of(happened.Member, what), body, null, cancellationToken);
    }

    private async Task<YearAnswer?> AsResponsibleAsync(
        YearHousehold household,
        YearEvent happened,
        string what,
        CancellationToken cancellationToken
    )
    {
        if (household.Physician is not { } physician)
        {
            return null;
        }
        var token = await people.PhysicianAsync(physician, cancellationToken);
        return await client.SendAsync(token, HttpMethod.Post, household.Of(happened.Member, what), null, null, cancellationToken);
    }

    private async Task<YearAnswer?> StepAsync(
        YearHousehold household,
        YearEvent happened,
        string step,
        JsonObject body,
        CancellationToken cancellationToken
    )
    {
        if (household.Physician is not { } physician)
        {
            return null;
        }
        var token = await people.PhysicianAsync(physician, cancellationToken);
        var plan = await client.GetAsync(token, household.Of(happened.Member, "care-plan"), cancellationToken);
        return plan.IsDone
            ? await client.SendAsync(
                token,
                HttpMethod.Post,
                household.Of(happened.Member, $"care-plan/{step}"),
                body,
                plan.ETag,
                cancellationToken
            )
            : plan;
    }

    private async Task<YearAnswer?> SignAsync(YearHousehold household, YearEvent happened, CancellationToken cancellationToken)
    {
        if (household.Physician is not { } physician)
        {
            return null;
        }
        var token = await people.PhysicianAsync(physician, cancellationToken);
        var plan = await client.GetAsync(token, household.Of(happened.Member, "care-plan"), cancellationToken);
        if (plan.IsDone && PlanForm.Needed(plan.Body) is { } form)
        {
            plan = await client.SendAsync(
                token,
                HttpMethod.Put,
                household.Of(happened.Member, "care-plan"),
                form,
                plan.ETag,
                cancellationToken
            );
        }
        // A draft is not decided on before the team was asked.
        if (plan.IsDone && plan.Body.GetProperty("status").GetString() is "draft")
        {
            plan = await client.SendAsync(
                token,
                HttpMethod.Post,
                household.Of(happened.Member, "care-plan/review"),
                new JsonObject(),
                plan.ETag,
                cancellationToken
            );
        }
        if (!plan.IsDone)
        {
            return plan;
        }
        var decided = await client.SendAsync(
            token,
            HttpMethod.Post,
            household.Of(happened.Member, "care-plan/decision"),
            Reason("已与团队各科电话沟通，同意方案"),
            plan.ETag,
            cancellationToken
        );
        if (decided.IsDone)
        {
            household.Activities[happened.Member] = PlanForm.ActivitiesOf(decided.Body);
        }
        return decided;
    }

    private async Task<YearAnswer?> GiveOpinionAsync(YearHousehold household, YearEvent happened, CancellationToken cancellationToken)
    {
        if (!household.Team.TryGetValue(happened.Word, out var specialist))
        {
            return null;
        }
        var token = await people.PhysicianAsync(specialist, cancellationToken);
        var plan = await client.GetAsync(token, household.Of(happened.Member, "care-plan"), cancellationToken);
        return plan.IsDone
            ? await client.SendAsync(
                token,
                HttpMethod.Put,
                household.Of(happened.Member, $"care-plan/opinions/{happened.Word}"),
                new { findings = "病情与检查结果已看，目标适当，建议按方案执行，三个月后复评。" },
                plan.ETag,
                cancellationToken
            )
            : plan;
    }

    private async Task<YearAnswer?> PrescribeAsync(YearHousehold household, YearEvent happened, CancellationToken cancellationToken)
    {
        if (household.Physician is not { } physician)
        {
            return null;
        }
        var version = household.Medication.GetValueOrDefault(happened.Member);
        var answer = await client.SendAsync(
            await people.PhysicianAsync(physician, cancellationToken),
            HttpMethod.Put,
            household.Of(happened.Member, $"medication/courses/{happened.Id}"),
            happened.Body,
            string.Create(CultureInfo.InvariantCulture, $"\"v{version}\""),
            cancellationToken
        );
        if (answer.IsDone)
        {
            household.Medication[happened.Member] = answer.Body.GetProperty("version").GetInt32();
        }
        return answer;
    }

    private async Task<YearAnswer?> ReportActivitiesAsync(YearHousehold household, YearEvent happened, CancellationToken cancellationToken)
    {
        YearAnswer? last = null;
        foreach (var (index, code) in household.Activities.GetValueOrDefault(happened.Member, []).Index())
        {
            last = await AsWorkerAsync(
                household,
                happened,
                $"care-plan/activities/{code}/reports/{happened.Id[..^1]}{index}",
                new JsonObject { ["outcome"] = "done", ["on"] = happened.On.ToString("O", CultureInfo.InvariantCulture) },
                cancellationToken
            );
        }
        return last;
    }

    private async Task<YearAnswer?> SignContractAsync(YearHousehold household, YearEvent happened, CancellationToken cancellationToken)
    {
        var token = await people.WorkerAsync(household.VillageCode, cancellationToken);
        var path = $"api/households/{household.Id}/contracts/{happened.Word}";
        return await client.SendAsync(token, HttpMethod.Put, path, happened.Body, ifMatch: null, cancellationToken);
    }
}
