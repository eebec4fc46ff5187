using Alleviation.Tests.Contract;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

/// <summary>A household whose head has allergies, in a service that others share, and what is done to its list of medication.</summary>
public abstract class MedicationStage(SharedScene<TownshipScene> shared) : WithScene<EnrolledHousehold>(() => StartAsync(shared.Scene))
{
    protected AppUnderTest App { get; } = shared.Scene.App;

    protected HttpClient Worker { get; } = shared.Scene.Worker;

    protected HttpClient Physician { get; } = shared.Scene.Physician;
    private protected Conversation Talk { get; } = new(shared.Scene.Physician);

    protected string Household => Scene.Id;

    /// <summary>Its head has allergies.</summary>
    private static Task<EnrolledHousehold> StartAsync(TownshipScene township)
    {
        var allergic = Some.Member(conditions: "I10");
        allergic["basicInformation"] = new { drugAllergies = new[] { "2", "5" }, drugAllergyOther = "布洛芬" };
        return EnrolledHousehold.StartAsync(township, Some.Household(members: [allergic, Some.Member("1", "19680405", male: false)]));
    }

    protected static string Id() => Guid.NewGuid().ToString();

    protected static Dictionary<string, object> Course(
        string drug,
        decimal amount = 5,
        string? overrideReason = null,
        string? elsewhere = null
    )
    {
        var course = new Dictionary<string, object>
        {
            ["drug"] = drug,
            ["doseAmount"] = amount,
            ["doseUnit"] = "mg",
            ["frequency"] = "onceDaily",
        };
        if (overrideReason is not null)
        {
            course["override"] = overrideReason;
        }
        if (elsewhere is not null)
        {
            course["elsewhere"] = elsewhere;
        }
        return course;
    }

    protected Dictionary<string, string> Path(string? course = null)
    {
        var path = new Dictionary<string, string> { ["householdId"] = Household, ["member"] = "1" };
        if (course is not null)
        {
            path["courseId"] = course;
        }
        return path;
    }

    private protected Task<Answer> ListAsync() => Talk.CallAsync("Medication_Get", 200, path: Path());

    private protected Task<Answer> PutAsync(int status, string course, int version, object body, HttpClient? by = null) =>
        Talk.CallAsync(
            "Medication_SaveCourse",
            status,
            body,
            Path(course),
            headers: new Dictionary<string, string> { ["If-Match"] = $"\"v{version}\"" },
            by: by
        );

    private protected Task<Answer> StopAsync(int status, string course, int version, string reason, HttpClient? by = null) =>
        Talk.CallAsync(
            "Medication_StopCourse",
            status,
            new { reason },
            Path(course),
            headers: new Dictionary<string, string> { ["If-Match"] = $"\"v{version}\"" },
            by: by
        );
}
