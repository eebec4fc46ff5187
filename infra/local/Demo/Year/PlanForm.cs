using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alleviation.Demo.Year;

/// <summary>
/// What a physician leaves of a draft: goals and visits, and of the pathway's many activities the few that a village can keep up.
/// </summary>
internal static class PlanForm
{
    private const int Kept = 2;
    private const int MinDays = 90;

    /// <summary>Null where the draft asks for no more than that.</summary>
    public static JsonObject? Needed(JsonElement plan)
    {
        var activities = plan.GetProperty("activities").EnumerateArray().ToList();
        if (activities.Count <= Kept)
        {
            return null;
        }
        var kept = activities.Where(IsForTheVillage).Take(Kept);
        return new JsonObject
        {
            ["goals"] = Copies(plan, "goals", "code", "reading", "comparison", "target", "unit", "by"),
            ["activities"] = new JsonArray([.. kept.Select(OfActivity)]),
            ["followUps"] = Copies(plan, "followUps", "form", "everyDays", "visitsPerYear"),
        };
    }

    public static IReadOnlyList<string> ActivitiesOf(JsonElement plan) =>
        [.. plan.GetProperty("activities").EnumerateArray().Select(activity => activity.GetProperty("code").GetString() ?? "")];

    private static bool IsForTheVillage(JsonElement activity) =>
        activity.GetProperty("everyDays").GetInt32() >= MinDays
        && activity.GetProperty("discipline").GetString() is "generalPractice" or "publicHealth";

    private static JsonObject OfActivity(JsonElement activity)
    {
        var copy = Copy(activity, "code", "kind", "discipline", "everyDays", "startsOn", "endsOn");
        copy["text"] = activity.GetProperty("label").GetProperty("zh-CN").GetString();
        copy["instructions"] = activity.GetProperty("instructions").GetProperty("zh-CN").GetString();
        return copy;
    }

    private static JsonArray Copies(JsonElement plan, string list, params string[] fields) =>
        [.. plan.GetProperty(list).EnumerateArray().Select(item => Copy(item, fields))];

    private static JsonObject Copy(JsonElement item, params string[] fields)
    {
        var copy = new JsonObject();
        foreach (var field in fields)
        {
            if (item.TryGetProperty(field, out var value))
            {
                copy[field] = JsonNode.Parse(value.GetRawText());
            }
        }
        return copy;
    }
}
