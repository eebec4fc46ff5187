using Alleviation.Functions.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

internal static class Patients
{
    /// <summary>A household of the test's own in a service that others may share; tests that do leave the clock alone.</summary>
    /// <param name="member">The household's only one; somebody with hypertension where it is left out.</param>
    /// <param name="isLast">The service ends with this scene.</param>
    public static async Task<MedicationScene> HasPatientAsync(
        this TownshipScene service,
        Dictionary<string, object?>? member = null,
        bool isLast = false
    )
    {
        var listed = await service.Worker.ListedAsync(
            await service.Worker.EnrolsAsync(Some.Household(members: [member ?? Some.Member(conditions: "I10")]))
        );
        Assert.True(HouseholdId.TryParse(listed.GetProperty("id").GetString(), out var household));
        return new MedicationScene(service, household, isLast);
    }
}
