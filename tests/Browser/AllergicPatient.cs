using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser;

internal static class AllergicPatient
{
    /// <summary>A household whose head has hypertension and is allergic to penicillin; its physician, and a pharmacist.</summary>
    public static async Task<string> HasAllergicPatientAsync(this Place place)
    {
        await place.HasPhysicianAsync();
        await place.HasSpecialistAsync("pharmacy");
        using var api = await place.WorkerByApiAsync();
        var allergic = Some.Member(conditions: "I10");
        allergic["basicInformation"] = new { drugAllergies = new[] { "2" } };
        var listed = await api.ListedAsync(await api.EnrolsAsync(place.Household(allergic)));
        return listed.GetProperty("id").GetString()!;
    }
}
