using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alleviation.LocalHost;

/// <summary>A function of the worker, and what sets it off.</summary>
internal sealed record LocalFunction(string Name, string Id, BindingJson Trigger);

/// <summary>A binding as the worker describes it. What is not here is refused: passed over, it would behave otherwise than on the real host.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BindingJson(
    string Name, string Type, string Direction, string? AuthLevel, string[]? Methods, string? Route, string? DataType,
    Dictionary<string, JsonElement>? Properties, string QueueName = "", string Schedule = "", bool UseMonitor = false, bool RunOnStartup = false)
{
    /// <summary>Whether the parameter takes the text of a message alone, not the message.</summary>
    [JsonIgnore]
    public bool TakesText => Properties?.ContainsKey("supportsDeferredBinding") is not true;
}
