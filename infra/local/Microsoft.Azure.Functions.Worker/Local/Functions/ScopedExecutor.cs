using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>Runs an invocation that no request brought, in a scope of its own.</summary>
internal sealed class ScopedExecutor(FunctionExecutor executor, IServiceScopeFactory scopes)
{
    /// <returns>What was thrown; null if the invocation succeeded.</returns>
    public async Task<Exception?> RunAsync(LocalFunction function, object trigger, Func<IReadOnlyDictionary<string, object?>> bindingData, string reason)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            using var ending = executor.Ending();
            return await executor.RunAsync(new LocalFunctionContext(function, trigger, bindingData, scope.ServiceProvider, ending.Token), reason);
        }
#pragma warning disable CA1031 // A scoped service that fails to close is a failure of the invocation, too.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            executor.LogFailure(function, thrown);
            return thrown;
        }
    }
}
