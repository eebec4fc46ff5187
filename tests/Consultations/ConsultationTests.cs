using Alleviation.Functions.Access;
using Alleviation.Functions.Consultations;
using Alleviation.Functions.Households;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Contract;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Consultations;

/// <summary>By the doors, each answer held against the document.</summary>
public sealed class ConsultationTests(ConsultationsApp app) : IClassFixture<ConsultationsApp>, IAsyncLifetime
{
    private const string Responsible = ConsultationsApp.Responsible;
    private const string Pharmacist = ConsultationsApp.Pharmacist;
    private readonly AppUnderTest _app = app.App;
    private readonly HttpClient _physician = app.Physician;
    private readonly HttpClient _pharmacist = app.PharmacistClient;
    private readonly Conversation _talk = new(app.Worker);
    private string _household = "";

    public async Task InitializeAsync() =>
        _household = (await app.Worker.ListedAsync(await app.Worker.EnrolsAsync(Some.Household()))).GetProperty("id").GetString()!;

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Question_GoesFromHandToHand_AndLeavesEachListWhenItIsDone()
    {
        var id = await AskAsync();
        Assert.Equal(1, await TasksAsync(Responsible));

        await WriteAsync(200, id, Id(), new { text = "请药师看看", askPharmacist = true }, _physician);
        Assert.Equal((0, 1), (await TasksAsync(Responsible), await TasksAsync(Pharmacist)));
        await WriteAsync(200, id, Id(), new { text = "可以同服" }, _pharmacist);
        Assert.Equal((1, 0), (await TasksAsync(Responsible), await TasksAsync(Pharmacist)));
        var answer = Id();
        var answered = await WriteAsync(200, id, answer, new { text = "可以一起吃。\n晚上吃。" }, _physician);
        Assert.Equal((0, 1), (await TasksAsync(Responsible), await VillageTasksAsync()));
        Assert.Equal(
            ["healthWorker", "physician", "pharmacist", "physician"],
            answered.Body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("author").GetString())
        );
        Assert.Equal("可以一起吃。\n晚上吃。", answered.Body.GetProperty("messages")[3].GetProperty("text").GetString());

        await _talk.CallAsync("Consultations_Close", 200, path: Path(id), by: _physician);
        Assert.Equal(1, await VillageTasksAsync());
        Assert.Equal("consultation-closed", (await WriteAsync(409, id, Id(), new { text = "还有" })).Text("code"));
        await UnderstandAsync(200, id, answer);
        await UnderstandAsync(200, id, answer);
        Assert.Equal(0, await VillageTasksAsync());

        // Over, and the same sent again is still the same.
        var over = await _talk.CallAsync("Consultations_Get", 200, path: Path(id));
        Assert.Equal(4, over.Body.GetProperty("messages").GetArrayLength());
        await WriteAsync(200, id, answer, new { text = "可以一起吃。\n晚上吃。" }, _physician);
        Assert.Equal("consultation-closed", (await WriteAsync(409, id, Id(), new { text = "还有" })).Text("code"));
        await _talk.CallAsync("Consultations_Start", 200, Question, Path(id));
        var page = await _talk.CallAsync("Consultations_List", 200, path: Path());
        Assert.Equal((0, 1), (page.Body.GetProperty("open").GetArrayLength(), page.Body.GetProperty("closed").GetArrayLength()));
    }

    [Fact]
    public async Task AnswersAtOnce_AreAllKept()
    {
        var id = await AskAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => WriteAsync(200, id, Id(), new { text = $"答复{number}" }, _physician)));

        var messages = (await _talk.CallAsync("Consultations_Get", 200, path: Path(id)))
            .Body.GetProperty("messages")
            .EnumerateArray()
            .Select(message => message.GetProperty("text").GetString())
            .ToList();
        Assert.Equal(5, messages.Count);
        Assert.All(Enumerable.Range(0, 4), number => Assert.Contains($"答复{number}", messages));
    }

    [Fact]
    public async Task SentTwice_IsOnce_AndSomethingElseUnderItIsRefused()
    {
        var (id, message) = (await AskAsync(), Id());

        await _talk.CallAsync("Consultations_Start", 200, Question, Path(id));
        Assert.Equal(
            "sent-differently",
            (await _talk.CallAsync("Consultations_Start", 409, new { kind = "medication", text = "别的" }, Path(id))).Text("code")
        );
        await WriteAsync(200, id, message, new { text = "补充" });
        var again = await WriteAsync(200, id, message, new { text = "补充" });
        Assert.Equal("sent-differently", (await WriteAsync(409, id, message, new { text = "不同" })).Text("code"));
        Assert.Equal(2, again.Body.GetProperty("messages").GetArrayLength());
    }

    [Theory]
    [InlineData("吃药后胸痛", null, true)]
    [InlineData("能停药吗", 180, true)]
    [InlineData("能停药吗", 179, false)]
    public async Task UrgentWordsOrReadings_RaiseAQuestion(string text, int? systolic, bool urgent)
    {
        object[] readings = systolic is { } value ? [new { code = "systolic", value }] : [];
        var asked = await _talk.CallAsync(
            "Consultations_Start",
            201,
            new
            {
                kind = "medication",
                text,
                readings,
            },
            Path(Id())
        );

        Assert.Equal(urgent, asked.Body.GetProperty("urgent").GetBoolean());
        Assert.Equal(urgent, Assert.Single(await LinesAsync(Responsible), line => line.Tasks.Count > 0).Urgency is WorklistUrgency.Urgent);
    }

    [Fact]
    public async Task NewComplaint_IsNotDiagnosedOnline()
    {
        var id = Id();
        var asked = await _talk.CallAsync(
            "Consultations_Start",
            201,
            new
            {
                kind = "guidance",
                symptoms = new[] { "coughTwoWeeks" },
                text = "咳嗽三周",
            },
            Path(id)
        );
        Assert.True(asked.Body.GetProperty("cannotDiagnoseOnline").GetBoolean());
        Assert.Equal(
            ("thisWeek", "respiratory"),
            (
                asked.Body.GetProperty("triage").GetProperty("level").GetString(),
                asked.Body.GetProperty("triage").GetProperty("discipline").GetString()
            )
        );

        await WriteAsync(200, id, Id(), new { text = "需要当面检查" }, _physician);
        Assert.Equal(
            "disposition-missing",
            (await _talk.CallAsync("Consultations_Close", 409, path: Path(id), by: _physician)).Text("code")
        );
        Assert.Equal("no-prescription-online", (await PrescribeAsync(409, id)).Text("code"));
        var disposition = new
        {
            kind = "appointment",
            where = "松口镇卫生院",
            when = "明天上午",
            how = "带身份证",
        };
        await WriteAsync(422, id, Id(), new { text = "去看", disposition });
        await WriteAsync(422, id, Id(), new { text = "去看", disposition = new { kind = "appointment" } }, _physician);
        var directed = await WriteAsync(200, id, Id(), new { text = "请去拍片", disposition }, _physician);
        Assert.Equal("松口镇卫生院", directed.Body.GetProperty("disposition").GetProperty("where").GetString());
        await _talk.CallAsync("Consultations_Close", 200, path: Path(id));
        Assert.Equal("no-prescription-online", (await PrescribeAsync(409, id)).Text("code"));
    }

    [Fact]
    public async Task SymptomsCalledAMedicationQuestion_AreStillANewComplaint()
    {
        var id = Id();
        var asked = await _talk.CallAsync(
            "Consultations_Start",
            201,
            new
            {
                kind = "medication",
                symptoms = new[] { "coughTwoWeeks" },
                text = "咳嗽三周，吃什么药？",
            },
            Path(id)
        );

        Assert.Equal(("guidance", true), (asked.Text("kind"), asked.Body.GetProperty("cannotDiagnoseOnline").GetBoolean()));
        Assert.Equal("no-prescription-online", (await PrescribeAsync(409, id)).Text("code"));
        Assert.Equal("no-prescription-online", (await PrescribeAsync(409, id, condition: "I10")).Text("code"));
        // Nor past the consultation, unless it is for what was diagnosed.
        Assert.Equal("condition", (await PrescribeAsync(422, null)).Body.GetProperty("errors")[0].GetProperty("field").GetString());
        await PrescribeAsync(200, null, condition: "I10");
    }

    [Fact]
    public async Task QuestionAboutNothingDiagnosed_EndsInNoPrescription()
    {
        var healthy = new Dictionary<string, string> { ["householdId"] = _household, ["member"] = "2" };
        var id = Id();
        await _talk.CallAsync("Consultations_Start", 201, Question, new Dictionary<string, string>(healthy) { ["consultationId"] = id });
        Assert.Equal("no-prescription-online", (await PrescribeAsync(409, id, member: 2)).Text("code"));
        Assert.Equal("no-prescription-online", (await PrescribeAsync(409, null, member: 2)).Text("code"));

        // Of somebody with a diagnosis, the physician says what it is for.
        var known = await AskAsync();
        Assert.Equal("condition-online", (await PrescribeAsync(422, known)).Body.GetProperty("errors")[0].GetProperty("code").GetString());
        await PrescribeAsync(200, known, condition: "I10");
    }

    [Fact]
    public async Task DiagnosedCondition_IsTalkedAbout_AndAnotherIsNot()
    {
        var known = await _talk.CallAsync(
            "Consultations_Start",
            201,
            new
            {
                kind = "guidance",
                condition = "I10",
                text = "血压总是高",
            },
            Path(Id())
        );
        var other = await _talk.CallAsync(
            "Consultations_Start",
            422,
            new
            {
                kind = "guidance",
                condition = "E11",
                text = "血糖高",
            },
            Path(Id())
        );
        var bare = await _talk.CallAsync("Consultations_Start", 422, new { kind = "guidance", text = " " }, Path(Id()));

        Assert.False(known.Body.GetProperty("cannotDiagnoseOnline").GetBoolean());
        Assert.Equal("condition-not-diagnosed", other.Body.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(
            ["symptoms", "text"],
            bare.Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()).Order()
        );
        Assert.Equal("guidance", Assert.Single((await LinesAsync(Responsible)).SelectMany(line => line.Tasks)).Kind);
        await PrescribeAsync(200, known.Text("id"));
    }

    [Fact]
    public async Task Strangers_SeeNothing_AndNobodyDoesWhatIsAnothers()
    {
        var id = await AskAsync();
        using var stranger = await _app.HealthWorkerAsync("441402005");
        using var other = await _app.PhysicianAsync("P441402004-09");

        await _talk.CallAsync("Consultations_Get", 404, path: Path(id), by: stranger);
        await WriteAsync(404, id, Id(), new { text = "好" }, other);
        await _talk.CallAsync("Consultations_Start", 404, Question, Path(Id()), by: stranger);
        await _talk.CallAsync("Consultations_Start", 403, Question, Path(Id()), by: _physician);
        Assert.Equal("not-responsible", (await _talk.CallAsync("Consultations_Close", 403, path: Path(id), by: _pharmacist)).Text("code"));
        Assert.Equal("not-responsible", (await WriteAsync(403, id, Id(), new { text = "问", askPharmacist = true })).Text("code"));
        Assert.Equal(
            "consultation-unanswered",
            (await _talk.CallAsync("Consultations_Close", 409, path: Path(id), by: _physician)).Text("code")
        );
    }

    [Fact]
    public async Task Household_HasTwentyOpenThreadsAtMost_AndAThreadFiftyMessages()
    {
        var first = await AskAsync();
        for (var number = 1; number < StartConsultationHandler.MaxOpenConsultations; number++)
        {
            await AskAsync();
        }
        Assert.Equal("too-many-consultations", (await _talk.CallAsync("Consultations_Start", 409, Question, Path(Id()))).Text("code"));
        for (var number = 1; number < 50; number++)
        {
            await WriteAsync(200, first, Id(), new { text = new string('药', 2_000) });
        }
        Assert.Equal("consultation-full", (await WriteAsync(409, first, Id(), new { text = "再" })).Text("code"));
        await WriteAsync(422, first, Id(), new { text = new string('药', 2_001) });
    }

    [Fact]
    public async Task Triage_IsAskedAboutNobody()
    {
        await _talk.CallAsync("Triage_ListSymptoms", 200);
        foreach (var (_, body) in ApiDocument.Instance.Operation("Triage_Assess").Examples)
        {
            Assert.Equal("emergency", (await _talk.CallAsync("Triage_Assess", 200, body)).Text("level"));
        }

        var wrong = await _talk.CallAsync("Triage_Assess", 422, new { age = -1, symptoms = new[] { "nothing" } });
        Assert.Equal(
            ["age", "symptoms[0]"],
            wrong.Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString())
        );
        await _talk.CallAsync("Triage_Assess", 422, new { });
    }

    private static object Question => new { kind = "medication", text = "吃了药脚肿，还能吃吗？" };

    private static string Id() => Guid.NewGuid().ToString();

    private async Task<string> AskAsync()
    {
        var id = Id();
        await _talk.CallAsync("Consultations_Start", 201, Question, Path(id));
        return id;
    }

    private Dictionary<string, string> Path(string? consultation = null, string? message = null)
    {
        var path = new Dictionary<string, string> { ["householdId"] = _household, ["member"] = "1" };
        if (consultation is not null)
        {
            path["consultationId"] = consultation;
        }
        if (message is not null)
        {
            path["messageId"] = message;
        }
        return path;
    }

    private Task<Answer> WriteAsync(int status, string consultation, string message, object body, HttpClient? by = null) =>
        _talk.CallAsync("Consultations_Write", status, body, Path(consultation, message), by: by);

    private Task<Answer> UnderstandAsync(int status, string consultation, string message) =>
        _talk.CallAsync("Consultations_Acknowledge", status, new { messageId = message }, Path(consultation));

    private Task<Answer> PrescribeAsync(int status, string? consultation, string? condition = null, int member = 1) =>
        _talk.CallAsync(
            "Medication_SaveCourse",
            status,
            new
            {
                drug = "amlodipine",
                doseAmount = 5,
                doseUnit = "mg",
                frequency = "onceDaily",
                consultation,
                condition,
            },
            new Dictionary<string, string>
            {
                ["householdId"] = _household,
                ["member"] = $"{member}",
                ["courseId"] = Id(),
            },
            headers: new Dictionary<string, string> { ["If-Match"] = "\"v0\"" },
            by: _physician
        );

    private async Task<IReadOnlyList<WorklistLine>> LinesAsync(string physician)
    {
        Assert.True(PhysicianId.TryParse(physician, out var id));
        return OfTheHousehold(await _app.Get<ListWorklistHandler>().HandleAsync(id, new WorklistFilter(), CancellationToken.None));
    }

    // Others have theirs on the same lists.
    private IReadOnlyList<WorklistLine> OfTheHousehold(Worklist list) => [.. list.Items.Where(line => line.HouseholdId == _household)];

    private async Task<int> TasksAsync(string physician) => (await LinesAsync(physician)).Sum(line => line.Tasks.Count);

    private static readonly Caller VillageWorker = new("worker", Role.HealthWorker, [Some.Village], null, "示例");

    private async Task<int> VillageTasksAsync() =>
        OfTheHousehold(
                await _app.Get<ListWorklistHandler>().HandleAsync(Some.Village, new WorklistFilter(), VillageWorker, CancellationToken.None)
            )
            .Sum(line => line.Tasks.Count);
}
