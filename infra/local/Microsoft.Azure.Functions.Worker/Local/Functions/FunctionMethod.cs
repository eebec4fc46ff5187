using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>A method that says it is a function, while the host finds out whether it can run it.</summary>
internal sealed class FunctionMethod(string name, MethodInfo method, Problems problems)
{
    public string Name { get; } = name;

    public MethodInfo Method { get; } = method;

    public Type Result { get; } = TaskResult.TypeOf(method.ReturnType);

    public bool IsRefused { get; private set; }

    public void Refuse(string why)
    {
        IsRefused = true;
        problems.Add($"Function '{Name}' ({Method.DeclaringType!.FullName}.{Method.Name}): {why}.");
    }

    public void Refuse(ParameterInfo parameter, string why) => Refuse($"parameter '{parameter.Name}' of type {parameter.ParameterType.Name} {why}");
}
