using Alleviation.Tests.Support;

namespace Alleviation.Tests.Consultations;

/// <summary>What a question leads to online, and what it must not: nothing is diagnosed, and only what was diagnosed is treated.</summary>
[Collection("Consultations")]
public sealed class OnlineCareTests(SharedScene<ConsultationsApp> shared) : ConsultationStage(shared)
{
    [Fact]
    public async Task NewComplaint_IsNotDiagnosedOnline()
    {
        var id = Id();
        var started = await Talk.CallAsync(
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
        Assert.True(started.Body.GetProperty("cannotDiagnoseOnline").GetBoolean());
        Assert.Equal(
            ("thisWeek", "respiratory"),
            (
                started.Body.GetProperty("triage").GetProperty("level").GetString(),
                started.Body.GetProperty("triage").GetProperty("discipline").GetString()
            )
        );

        await WriteAsync(200, id, Id(), new { text = "需要当面检查" }, Physician);
        Assert.Equal("disposition-missing", (await Talk.CallAsync("Consultations_Close", 409, path: Path(id), by: Physician)).Text("code"));
        Assert.Equal("no-prescription-online", (await PrescribeAsync(409, id)).Text("code"));
        var disposition = new
        {
            kind = "appointment",
            where = "松口镇卫生院",
            when = "明天上午",
            how = "带身份证",
        };
        await WriteAsync(422, id, Id(), new { text = "去看", disposition });
        await WriteAsync(422, id, Id(), new { text = "去看", disposition = new { kind = "appointment" } }, Physician);
        var directed = await WriteAsync(200, id, Id(), new { text = "请去拍片", disposition }, Physician);
        Assert.Equal("松口镇卫生院", directed.Body.GetProperty("disposition").GetProperty("where").GetString());
        await Talk.CallAsync("Consultations_Close", 200, path: Path(id));
        Assert.Equal("no-prescription-online", (await PrescribeAsync(409, id)).Text("code"));
    }

    [Fact]
    public async Task SymptomsCalledAMedicationQuestion_AreStillANewComplaint()
    {
        var id = Id();
        var started = await Talk.CallAsync(
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

        Assert.Equal(("guidance", true), (started.Text("kind"), started.Body.GetProperty("cannotDiagnoseOnline").GetBoolean()));
        Assert.Equal("no-prescription-online", (await PrescribeAsync(409, id)).Text("code"));
        Assert.Equal("no-prescription-online", (await PrescribeAsync(409, id, condition: "I10")).Text("code"));
        // Nor past the consultation, unless it is for what was diagnosed.
        Assert.Equal("condition", (await PrescribeAsync(422, null)).Body.GetProperty("errors")[0].GetProperty("field").GetString());
        await PrescribeAsync(200, null, condition: "I10");
    }

    [Fact]
    public async Task QuestionAboutNothingDiagnosed_EndsInNoPrescription()
    {
        var healthy = new Dictionary<string, string> { ["householdId"] = HouseholdId, ["member"] = "2" };
        var id = Id();
        await Talk.CallAsync("Consultations_Start", 201, Question, new Dictionary<string, string>(healthy) { ["consultationId"] = id });
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
        var known = await Talk.CallAsync(
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
        var other = await Talk.CallAsync(
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
        var bare = await Talk.CallAsync("Consultations_Start", 422, new { kind = "guidance", text = " " }, Path(Id()));

        Assert.False(known.Body.GetProperty("cannotDiagnoseOnline").GetBoolean());
        Assert.Equal("condition-not-diagnosed", other.Body.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(
            ["symptoms", "text"],
            bare.Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()).Order()
        );
        Assert.Single((await LinesAsync(Responsible)).SelectMany(line => line.Tasks), task => task.Kind == "guidance");
        await PrescribeAsync(200, known.Text("id"));
    }
}
