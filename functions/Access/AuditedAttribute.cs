namespace Alleviation.Functions.Access;

/// <summary>The name under which calls of the function are recorded, such as <c>household.enrol</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuditedAttribute(string action) : Attribute
{
    public string Action { get; } = action;
}
