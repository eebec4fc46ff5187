using System.Collections.Immutable;
using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>A function that the host runs: what it is called, what triggers it, how it is called.</summary>
internal sealed class LocalFunction(string name, MethodInfo method, LocalBinding trigger, FunctionCall call) : FunctionDefinition
{
    public override string Name { get; } = name;

    public override string Id => Name;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string PathToAssembly { get; } = method.DeclaringType!.Assembly.Location;

    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. method.GetParameters().Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(trigger.Name, trigger);

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    public string LogCategory { get; } = $"Function.{name}";

    public LocalBinding Trigger { get; } = trigger;

    public FunctionCall Call { get; } = call;
}
