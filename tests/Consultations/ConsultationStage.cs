using Alleviation.Functions.Worklists;
using Alleviation.Tests.Contract;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Consultations;

[CollectionDefinition("Consultations")]
public sealed class ConsultationsCollection : ICollectionFixture<SharedScene<ConsultationsApp>>;

/// <summary>A household of the test's own in the shared service, and what people do in its consultations.</summary>
public abstract class ConsultationStage(SharedScene<ConsultationsApp> shared)
    : WithScene<EnrolledHousehold>(() => EnrolledHousehold.StartAsync(shared.Scene.Township))
{
    protected const string Responsible = ConsultationsApp.Responsible;
    protected const string Pharmacist = ConsultationsApp.Pharmacist;

    protected AppUnderTest App { get; } = shared.Scene.Township.App;

    protected HttpClient Worker { get; } = shared.Scene.Township.Worker;

    protected HttpClient Physician { get; } = shared.Scene.Township.Physician;

    protected HttpClient PharmacistClient { get; } = shared.Scene.PharmacistClient;

    private protected Conversation Talk { get; } = new(shared.Scene.Township.Worker);

    protected string HouseholdId => Scene.Id;

    protected static object Question => new { kind = "medication", text = "吃了药脚肿，还能吃吗？" };

    protected static string Id() => Guid.NewGuid().ToString();

    protected async Task<string> AskAsync()
    {
        var id = Id();
        await Talk.CallAsync("Consultations_Start", 201, Question, Path(id));
        return id;
    }

    protected Dictionary<string, string> Path(string? consultation = null, string? message = null)
    {
        var path = new Dictionary<string, string> { ["householdId"] = HouseholdId, ["member"] = "1" };
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

    private protected Task<Answer> WriteAsync(int status, string consultation, string message, object body, HttpClient? by = null) =>
        Talk.CallAsync("Consultations_Write", status, body, Path(consultation, message), by: by);

    private protected Task<Answer> AcknowledgeAsync(int status, string consultation, string message) =>
        Talk.CallAsync("Consultations_Acknowledge", status, new { messageId = message }, Path(consultation));

    private protected Task<Answer> PrescribeAsync(int status, string? consultation, string? condition = null, int member = 1) =>
        Talk.CallAsync(
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
                ["householdId"] = HouseholdId,
                ["member"] = $"{member}",
                ["courseId"] = Id(),
            },
            headers: new Dictionary<string, string> { ["If-Match"] = "\"v0\"" },
            by: Physician
        );

    protected async Task<IReadOnlyList<WorklistLine>> LinesAsync(string physician) =>
        OfTheHousehold(await App.Get<ListWorklistHandler>().AllAsync(WorklistReading.OwnerOf(physician)));

    // Others have theirs on the same lists.
    protected IReadOnlyList<WorklistLine> OfTheHousehold(IReadOnlyList<WorklistLine> list) =>
        [.. list.Where(line => line.HouseholdId == HouseholdId)];

    /// <summary>A draft plan waits for the responsible physician's decision all the while.</summary>
    protected async Task<int> TasksAsync(string physician) =>
        (await LinesAsync(physician)).Sum(line => line.Tasks.Count(task => task.Kind != "decision"));

    protected async Task<int> VillageTasksAsync() =>
        OfTheHousehold(await App.Get<ListWorklistHandler>().AllAsync(WorklistReading.OfRegion(Some.Village))).Sum(line => line.Tasks.Count);
}
