using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Settings;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

internal sealed class HttpFunctionReader(HostSettings host, bool hasWebApplication)
{
    public (LocalBinding Binding, Func<ParameterInfo, Func<LocalFunctionContext, object?>?> Bind) Read(
        FunctionMethod function, ParameterInfo parameter, HttpTriggerAttribute trigger)
    {
        if (!hasWebApplication) { function.Refuse("HTTP functions need ConfigureFunctionsWebApplication()"); }
        if (trigger.AuthLevel is not AuthorizationLevel.Anonymous)
        {
            function.Refuse($"the local edition keeps no keys and so does not support AuthorizationLevel.{trigger.AuthLevel}");
        }

        if (function.Result != typeof(void) && !function.Result.IsAssignableTo(typeof(IResult)))
        {
            function.Refuse($"it returns {function.Result.Name}; the local edition supports IResult, nothing, or a Task of either");
        }

        var pattern = Parse(function, trigger.Route ?? function.Name);
        string[] methods = [.. (trigger.Methods ?? []).Select(method => method.ToUpperInvariant())];
        return (new HttpBinding(parameter.Name!, pattern, methods), each => Bind(each, parameter, pattern));
    }

    private RoutePattern Parse(FunctionMethod function, string route)
    {
        try
        {
            return RoutePatternFactory.Parse($"{host.RoutePrefix}/{route.Trim('/')}".Trim('/'));
        }
        catch (RoutePatternException malformed)
        {
            function.Refuse($"the route '{route}' is malformed: {malformed.Message}");
            return RoutePatternFactory.Parse(function.Name);
        }
    }

    private static Func<LocalFunctionContext, object?>? Bind(ParameterInfo parameter, ParameterInfo trigger, RoutePattern pattern)
    {
        if (parameter == trigger) { return parameter.ParameterType == typeof(HttpRequest) ? Request : null; }
        return pattern.GetParameter(parameter.Name!) is null ? null : RouteValue.BinderFor(parameter);
    }

    private static HttpRequest Request(LocalFunctionContext context) => ((HttpContext)context.Trigger).Request;
}
