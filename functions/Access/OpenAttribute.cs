namespace Alleviation.Functions.Access;

/// <summary>The function answers anybody, and why that is right.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}
