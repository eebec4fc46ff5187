using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.Functions.Worker.Local.Http;
using Microsoft.Azure.Functions.Worker.Local.Queues;
using Microsoft.Azure.Functions.Worker.Local.Timers;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>Reads a function's trigger and parameters, and refuses what it does not know.</summary>
internal sealed class FunctionReader(HttpFunctionReader http, QueueFunctionReader queues, TimerFunctionReader timers)
{
    public LocalFunction? Read(FunctionMethod function)
    {
        var method = function.Method;
        if (method.IsGenericMethodDefinition) { function.Refuse("a generic method cannot be a function"); }
        if (method.GetCustomAttributes<BindingAttribute>().FirstOrDefault() is { } output)
        {
            function.Refuse($"the binding {output.GetType().Name} is not supported by the local edition");
        }

        var triggers = method.GetParameters().Where(parameter => parameter.GetCustomAttribute<BindingAttribute>() is not null).ToList();
        if (triggers.Count != 1) { function.Refuse($"it has {triggers.Count} parameters with a binding, not one"); }
        foreach (var foreign in method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes().Where(IsForeign), (parameter, attribute) => (parameter, attribute)))
        {
            function.Refuse(foreign.parameter, $"has {foreign.attribute.GetType().Name}, which the local edition does not support");
        }

        return function.IsRefused ? null : Read(function, triggers[0]);
    }

    private LocalFunction? Read(FunctionMethod function, ParameterInfo parameter)
    {
        var (binding, bind) = parameter.GetCustomAttribute<BindingAttribute>() switch
        {
            HttpTriggerAttribute trigger => http.Read(function, parameter, trigger),
            QueueTriggerAttribute trigger => queues.Read(function, parameter, trigger),
            var trigger => timers.Read(function, parameter, (TimerTriggerAttribute)trigger!),
        };
        var parameters = function.Method.GetParameters().Select(each => ReadParameter(function, each, parameter, bind)).ToList();
        return function.IsRefused ? null : new LocalFunction(function.Name, function.Method, binding, new FunctionCall(function.Method, parameters));
    }

    private static Func<LocalFunctionContext, object?> ReadParameter(
        FunctionMethod function, ParameterInfo parameter, ParameterInfo trigger, Func<ParameterInfo, Func<LocalFunctionContext, object?>?> bind)
    {
        if (parameter != trigger && parameter.ParameterType == typeof(FunctionContext)) { return context => context; }
        if (parameter != trigger && parameter.ParameterType == typeof(CancellationToken)) { return context => context.CancellationToken; }
        if (bind(parameter) is { } bound) { return bound; }
        function.Refuse(parameter, "cannot be bound by the local edition");
        return _ => null;
    }

    // Attributes of ASP.NET Core such as [FromBody] would be honoured by the real host, so they must not be passed over.
    private static bool IsForeign(Attribute attribute) =>
        attribute is BindingAttribute and not (HttpTriggerAttribute or QueueTriggerAttribute or TimerTriggerAttribute)
        || attribute.GetType().Namespace?.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) == true;
}
