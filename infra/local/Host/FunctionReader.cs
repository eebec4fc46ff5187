using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Routing.Patterns;
using NCrontab;

namespace Alleviation.LocalHost;

/// <summary>A function of the worker, and what sets it off.</summary>
internal sealed record LocalFunction(string Name, string Id, BindingJson Trigger);

/// <summary>A binding as the worker describes it. What is not here is refused: passed over, it would behave otherwise in Azure.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BindingJson(
    string Name,
    string Type,
    string Direction,
    string? AuthLevel,
    string[]? Methods,
    string? Route,
    string? DataType,
    Dictionary<string, JsonElement>? Properties,
    string QueueName = "",
    string Schedule = "",
    bool UseMonitor = false,
    bool RunOnStartup = false
)
{
    /// <summary>Whether the parameter takes the text of a message alone, not the message.</summary>
    [JsonIgnore]
    public bool TakesText => Properties?.ContainsKey("supportsDeferredBinding") is not true;
}

/// <summary>Reads what the worker says of its functions, and refuses by name what this host does not know.</summary>
internal sealed class FunctionReader(HostJson host, IConfiguration settings)
{
    private readonly List<string> _problems = [];

    /// <exception cref="InvalidOperationException">Something is refused; the message tells all of it.</exception>
    public IReadOnlyList<LocalFunction> Read(IReadOnlyCollection<RpcFunctionMetadata> functions)
    {
        LocalFunction[] read = [.. functions.Where(IsSwitchedOn).SelectMany(Read)];
        if (_problems.Count == 0)
        {
            return read;
        }
        throw new InvalidOperationException($"The host does not start:\n- {string.Join("\n- ", _problems)}");
    }

    private bool IsSwitchedOn(RpcFunctionMetadata function) =>
        settings[$"AzureWebJobs.{function.Name}.Disabled"]?.ToUpperInvariant() is not ("1" or "TRUE");

    private IEnumerable<LocalFunction> Read(RpcFunctionMetadata function)
    {
        try
        {
            if (function.RetryOptions is not null)
            {
                throw new NotSupportedException("a retry policy");
            }
            var bindings = function.RawBindings.Select(raw => JsonSerializer.Deserialize<BindingJson>(raw, JsonSerializerOptions.Web)!);
            BindingJson[] triggers = [.. bindings.Where(binding => binding is not { Type: "http", Direction: "Out" })];
            foreach (var trigger in triggers)
            {
                Check(trigger);
            }
            if (triggers.Length != 1)
            {
                throw new NotSupportedException($"{triggers.Length} triggers");
            }
            return [new LocalFunction(function.Name, function.FunctionId, triggers[0])];
        }
        catch (Exception unknown) when (unknown is NotSupportedException or JsonException or RoutePatternException or CrontabException)
        {
            _problems.Add($"Function '{function.Name}' has what the local host does not know: {unknown.Message}");
            return [];
        }
    }

    private void Check(BindingJson trigger) =>
        _ = trigger switch
        {
            { Type: "httpTrigger", AuthLevel: "Anonymous" } => HttpFunctions.PatternOf(trigger, host),
            // Its keys would have to be kept somewhere.
            { Type: "httpTrigger" } => throw new NotSupportedException($"AuthorizationLevel.{trigger.AuthLevel}"),
            { Type: "queueTrigger", TakesText: true, DataType: not "String" } => throw new NotSupportedException(
                $"parameter '{trigger.Name}', neither a QueueMessage nor a string"
            ),
            _ when (trigger.QueueName + trigger.Schedule).Contains('%') => throw new NotSupportedException("a setting's name (%…%)"),
            { Type: "queueTrigger" } => trigger,
            { Type: "timerTrigger" } => (object)TimerListener.ScheduleOf(trigger),
            _ => throw new NotSupportedException($"binding '{trigger.Type}'"),
        };
}
