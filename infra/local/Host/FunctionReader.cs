using System.Text.Json;
using Microsoft.AspNetCore.Routing.Patterns;
using NCrontab;

namespace Alleviation.LocalHost;

/// <summary>Reads what the worker says of its functions, and refuses by name what this host does not know.</summary>
internal sealed class FunctionReader(HostJson host, IConfiguration settings)
{
    private readonly List<string> _problems = [];

    /// <exception cref="InvalidOperationException">Something is refused; the message tells all of it.</exception>
    public IReadOnlyList<LocalFunction> Read(IReadOnlyCollection<RpcFunctionMetadata> functions)
    {
        foreach (var missing in host.Functions.Except(functions.Select(function => function.Name), StringComparer.OrdinalIgnoreCase))
        {
            _problems.Add($"host.json: there is no function '{missing}'.");
        }

        LocalFunction[] read = [.. functions.Where(IsLoaded).SelectMany(Read)];
        return _problems.Count == 0 ? read : throw new InvalidOperationException($"The host does not start:\n- {string.Join("\n- ", _problems)}");
    }

    private bool IsLoaded(RpcFunctionMetadata function) =>
        (host.Functions.Count == 0 || host.Functions.Contains(function.Name, StringComparer.OrdinalIgnoreCase))
        && settings[$"AzureWebJobs.{function.Name}.Disabled"]?.ToUpperInvariant() is not ("1" or "TRUE");

    private IEnumerable<LocalFunction> Read(RpcFunctionMetadata function)
    {
        try
        {
            if (function.RetryOptions is not null) { throw new NotSupportedException("a retry policy"); }
            var bindings = function.RawBindings.Select(raw => JsonSerializer.Deserialize<BindingJson>(raw, JsonSerializerOptions.Web)!);
            BindingJson[] triggers = [.. bindings.Where(binding => binding is not { Type: "http", Direction: "Out" })];
            foreach (var trigger in triggers) { Check(trigger); }
            if (triggers.Length != 1) { throw new NotSupportedException($"{triggers.Length} triggers"); }
            return [new LocalFunction(function.Name, function.FunctionId, triggers[0])];
        }
        catch (Exception unknown) when (unknown is NotSupportedException or JsonException or RoutePatternException or CrontabException)
        {
            _problems.Add($"Function '{function.Name}' has what the local host does not know: {unknown.Message}");
            return [];
        }
    }

    private void Check(BindingJson trigger) => _ = trigger switch
    {
        { Type: "httpTrigger", AuthLevel: "Anonymous" } => HttpFunctions.PatternOf(trigger, host),
        // Its keys would have to be kept somewhere.
        { Type: "httpTrigger" } => throw new NotSupportedException($"AuthorizationLevel.{trigger.AuthLevel}"),
        { Type: "queueTrigger", TakesText: true, DataType: not "String" } =>
            throw new NotSupportedException($"parameter '{trigger.Name}', neither a QueueMessage nor a string"),
        _ when (trigger.QueueName + trigger.Schedule).Contains('%') => throw new NotSupportedException("a value by the name of a setting (%…%)"),
        { Type: "queueTrigger" } => trigger,
        { Type: "timerTrigger" } => (object)TimerListener.ScheduleOf(trigger),
        _ => throw new NotSupportedException($"binding '{trigger.Type}'"),
    };
}
