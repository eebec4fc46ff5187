using System.Text.Json;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>The entries that the steps of a plan add to the record.</summary>
internal static class CarePlanEntries
{
    /// <summary>A step that changed the plan's status; the reference names it.</summary>
    public const string Step = "carePlan";

    /// <summary>The reference names the discipline.</summary>
    public const string Opinion = "opinion";

    /// <summary>The reference is the activity's code.</summary>
    public const string Activity = "activity";

    public static Dictionary<string, JsonElement> Facts(params (string Name, object? Value)[] facts) =>
        facts
            .Where(fact => fact.Value is not null and not IReadOnlyCollection<string> { Count: 0 })
            .ToDictionary(fact => fact.Name, fact => JsonSerializer.SerializeToElement(fact.Value), StringComparer.Ordinal);
}
