namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>A trigger as the host uses it: settings resolved, values checked.</summary>
internal abstract class LocalBinding(string name, string type) : BindingMetadata
{
    public override string Name { get; } = name;

    public override string Type { get; } = type;

    public override BindingDirection Direction => BindingDirection.In;
}
