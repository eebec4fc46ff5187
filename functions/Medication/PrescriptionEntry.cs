using System.Globalization;
using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Medication;

/// <summary>What was done to a list, as an entry of the record: what was agreed then stays readable whatever becomes of the list.</summary>
internal static class PrescriptionEntry
{
    public const string Kind = "prescription";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="action"><c>added</c>, <c>changed</c> or <c>stopped</c>.</param>
    public static Entry Of(MedicationList list, Course course, string action, Caller caller, DateTimeOffset now) =>
        new(list.Member, now, Kind, string.Create(CultureInfo.InvariantCulture, $"{course.Id}.v{list.Version}"), caller.AccountId)
        {
            Reference = course.Drug.Code ?? course.Drug.Text,
            Note = course.Stopped?.Reason ?? course.Override?.Reason ?? course.Reason,
            Facts = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
            {
                ["action"] = JsonSerializer.SerializeToElement(action),
                ["course"] = JsonSerializer.SerializeToElement(course, Options),
            },
        };
}
