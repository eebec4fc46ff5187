namespace Alleviation.Functions.Access;

/// <summary>The roles that may call the function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;
}
