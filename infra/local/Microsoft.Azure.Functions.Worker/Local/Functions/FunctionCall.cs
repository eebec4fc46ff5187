using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>Makes the function's class from the invocation's services, binds the parameters and calls the method.</summary>
internal sealed class FunctionCall(MethodInfo method, IReadOnlyList<Func<LocalFunctionContext, object?>> parameters)
{
    private readonly MethodInvoker _method = MethodInvoker.Create(method);
    private readonly Func<object?, Task<object?>> _await = TaskResult.ReaderFor(method.ReturnType);
    private readonly Lazy<ObjectFactory>? _create =
        method.IsStatic ? null : new(() => ActivatorUtilities.CreateFactory(method.DeclaringType!, []));

    public Task<object?> InvokeAsync(LocalFunctionContext context)
    {
        var arguments = new object?[parameters.Count];
        for (var i = 0; i < arguments.Length; i++) { arguments[i] = parameters[i](context); }
        var instance = _create?.Value(context.InstanceServices, []);
        try
        {
            return _await(_method.Invoke(instance, arguments.AsSpan()));
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(thrown.InnerException);
            throw;
        }
    }
}
