using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alleviation.LocalHost;

/// <summary>A function of the worker, and what sets it off.</summary>
internal sealed record LocalFunction(string Name, string Id, BindingJson Trigger)
{
    /// <summary>Whether the parameter takes the text of a message alone, not the message.</summary>
    public bool TakesText => Trigger.Properties?.ContainsKey("supportsDeferredBinding") is not true;

    public bool Has(string trigger) => Trigger.Type == trigger;
}

/// <summary>A binding as the worker describes it. What is not here is refused: passed over, it would behave otherwise than on the real host.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BindingJson(
    string Name, string Type, string Direction, string? AuthLevel, string[]? Methods, string? Route, string? DataType, Dictionary<string, JsonElement>? Properties,
    string QueueName = "", string Schedule = "", bool UseMonitor = false, bool RunOnStartup = false);
