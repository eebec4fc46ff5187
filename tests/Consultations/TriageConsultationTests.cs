using Alleviation.Functions.Worklists;
using Alleviation.Tests.Contract;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Consultations;

/// <summary>How urgent a question is, and triage that asks about nobody.</summary>
[Collection("Consultations")]
public sealed class TriageConsultationTests(SharedScene<ConsultationsApp> shared) : ConsultationStage(shared)
{
    [Theory]
    [InlineData("吃药后胸痛", null, true)]
    [InlineData("能停药吗", 180, true)]
    [InlineData("能停药吗", 179, false)]
    public async Task UrgentWordsOrReadings_RaiseAQuestion(string text, int? systolic, bool urgent)
    {
        object[] readings = systolic is { } value ? [new { code = "systolic", value }] : [];
        var started = await Talk.CallAsync(
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
        Assert.Equal(urgent, started.Body.GetProperty("urgent").GetBoolean());
        Assert.Equal(urgent, Assert.Single(await LinesAsync(Responsible), line => line.Tasks.Count > 0).Urgency is WorklistUrgency.Urgent);
    }

    [Fact]
    public async Task Triage_IsAskedAboutNobody()
    {
        await Talk.CallAsync("Triage_ListSymptoms", 200);
        foreach (var (_, body) in ApiDocument.Instance.Operation("Triage_Assess").Examples)
        {
            Assert.Equal("emergency", (await Talk.CallAsync("Triage_Assess", 200, body)).Text("level"));
        }

        var refused = await Talk.CallAsync("Triage_Assess", 422, new { age = -1, symptoms = new[] { "nothing" } });
        Assert.Equal(
            ["age", "symptoms[0]"],
            refused.Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString())
        );
        await Talk.CallAsync("Triage_Assess", 422, new { });
    }
}
