using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>Reads what a method returned, whether at once or by a task.</summary>
internal static class TaskResult
{
    private static readonly MethodInfo AwaitOpen = typeof(TaskResult).GetMethod(nameof(AwaitResultAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The type that comes out in the end; void for a task without result.</summary>
    public static Type TypeOf(Type returned) =>
        returned == typeof(Task) ? typeof(void)
        : returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>) ? returned.GetGenericArguments()[0]
        : returned;

    public static Func<object?, Task<object?>> ReaderFor(Type returned)
    {
        if (returned == typeof(Task)) { return AwaitAsync; }
        var type = TypeOf(returned);
        return type == returned ? Task.FromResult : AwaitOpen.MakeGenericMethod(type).CreateDelegate<Func<object?, Task<object?>>>();
    }

    private static async Task<object?> AwaitAsync(object? task)
    {
        await (Task)task!;
        return null;
    }

    private static async Task<object?> AwaitResultAsync<T>(object? task) => await (Task<T>)task!;
}
