using System.Text.Json;

namespace Alleviation.Tests.Medication;

/// <summary>What the patient's record says of allergies and prescriptions.</summary>
internal static class PatientRecord
{
    /// <summary>The first member's basic information, as the record has it.</summary>
    public static async Task<JsonElement> RecordAsync(this MedicationScene scene) =>
        (
            await scene.Talk.CallAsync(
                "Records_Get",
                200,
                path: new Dictionary<string, string> { ["recordNumber"] = (await scene.HouseholdAsync()).Members[0].RecordNumber! }
            )
        ).Body.GetProperty("basicInformation");

    /// <summary>The entries of the record that the list has made.</summary>
    public static async Task<IReadOnlyList<JsonElement>> PrescriptionsAsync(this MedicationScene scene)
    {
        var record = (await scene.HouseholdAsync()).Members[0].RecordNumber!;
        var page = await scene.Talk.CallAsync(
            "Records_ListEntries",
            200,
            path: new Dictionary<string, string> { ["recordNumber"] = record }
        );
        return [.. page.Body.GetProperty("items").EnumerateArray().Where(entry => entry.GetProperty("kind").GetString() is "prescription")];
    }
}
