using Alleviation.Functions.Consultations;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Consultations;

/// <summary>By the endpoints, each answer held against the document.</summary>
[Collection("Consultations")]
public sealed class ConsultationTests(SharedScene<ConsultationsApp> shared) : ConsultationStage(shared)
{
    [Fact]
    public async Task Question_GoesFromHandToHand_AndLeavesEachListWhenItIsDone()
    {
        var id = await AskAsync();
        Assert.Equal(1, await TasksAsync(Responsible));
        await WriteAsync(200, id, Id(), new { text = "请药师看看", askPharmacist = true }, Physician);
        Assert.Equal((0, 1), (await TasksAsync(Responsible), await TasksAsync(Pharmacist)));
        await WriteAsync(200, id, Id(), new { text = "可以同服" }, PharmacistClient);
        Assert.Equal((1, 0), (await TasksAsync(Responsible), await TasksAsync(Pharmacist)));
        var answer = Id();
        var answered = await WriteAsync(200, id, answer, new { text = "可以一起吃。\n晚上吃。" }, Physician);
        Assert.Equal((0, 1), (await TasksAsync(Responsible), await VillageTasksAsync()));
        Assert.Equal(
            ["healthWorker", "physician", "pharmacist", "physician"],
            answered.Body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("author").GetString())
        );
        Assert.Equal("可以一起吃。\n晚上吃。", answered.Body.GetProperty("messages")[3].GetProperty("text").GetString());
        await Talk.CallAsync("Consultations_Close", 200, path: Path(id), by: Physician);
        Assert.Equal(1, await VillageTasksAsync());
        Assert.Equal("consultation-closed", (await WriteAsync(409, id, Id(), new { text = "还有" })).Text("code"));
        await AcknowledgeAsync(200, id, answer);
        await AcknowledgeAsync(200, id, answer);
        Assert.Equal(0, await VillageTasksAsync());
        // Over, and the same sent again is still the same.
        var consultation = await Talk.CallAsync("Consultations_Get", 200, path: Path(id));
        Assert.Equal(4, consultation.Body.GetProperty("messages").GetArrayLength());
        await WriteAsync(200, id, answer, new { text = "可以一起吃。\n晚上吃。" }, Physician);
        Assert.Equal("consultation-closed", (await WriteAsync(409, id, Id(), new { text = "还有" })).Text("code"));
        await Talk.CallAsync("Consultations_Start", 200, Question, Path(id));
        var page = await Talk.CallAsync("Consultations_List", 200, path: Path());
        Assert.Equal((0, 1), (page.Body.GetProperty("open").GetArrayLength(), page.Body.GetProperty("closed").GetArrayLength()));
    }

    [Fact]
    public async Task AnswersAtOnce_AreAllKept()
    {
        var id = await AskAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => WriteAsync(200, id, Id(), new { text = $"答复{number}" }, Physician)));
        var messages = (await Talk.CallAsync("Consultations_Get", 200, path: Path(id)))
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
        await Talk.CallAsync("Consultations_Start", 200, Question, Path(id));
        Assert.Equal(
            "sent-differently",
            (await Talk.CallAsync("Consultations_Start", 409, new { kind = "medication", text = "别的" }, Path(id))).Text("code")
        );
        await WriteAsync(200, id, message, new { text = "补充" });
        var again = await WriteAsync(200, id, message, new { text = "补充" });
        Assert.Equal("sent-differently", (await WriteAsync(409, id, message, new { text = "不同" })).Text("code"));
        Assert.Equal(2, again.Body.GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task Strangers_SeeNothing_AndNobodyDoesWhatIsAnothers()
    {
        var id = await AskAsync();
        using var stranger = await App.HealthWorkerAsync("441402005");
        using var other = await App.PhysicianAsync("P441402004-09");
        await Talk.CallAsync("Consultations_Get", 404, path: Path(id), by: stranger);
        await WriteAsync(404, id, Id(), new { text = "好" }, other);
        await Talk.CallAsync("Consultations_Start", 404, Question, Path(Id()), by: stranger);
        await Talk.CallAsync("Consultations_Start", 403, Question, Path(Id()), by: Physician);
        Assert.Equal(
            "not-responsible",
            (await Talk.CallAsync("Consultations_Close", 403, path: Path(id), by: PharmacistClient)).Text("code")
        );
        Assert.Equal("not-responsible", (await WriteAsync(403, id, Id(), new { text = "问", askPharmacist = true })).Text("code"));
        Assert.Equal(
            "consultation-unanswered",
            (await Talk.CallAsync("Consultations_Close", 409, path: Path(id), by: Physician)).Text("code")
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
        Assert.Equal("too-many-consultations", (await Talk.CallAsync("Consultations_Start", 409, Question, Path(Id()))).Text("code"));
        for (var number = 1; number < 50; number++)
        {
            await WriteAsync(200, first, Id(), new { text = new string('药', 2_000) });
        }
        Assert.Equal("consultation-full", (await WriteAsync(409, first, Id(), new { text = "再" })).Text("code"));
        await WriteAsync(422, first, Id(), new { text = new string('药', 2_001) });
    }
}
