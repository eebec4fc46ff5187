namespace Alleviation.Functions.Access;

/// <summary>What a call leaves behind; decides when it is recorded (see <see cref="AuditMiddleware"/>).</summary>
public enum CallEffect
{
    /// <summary>Something that is not, or not only, a household's: it is recorded before and again after.</summary>
    Change,

    /// <summary>
    /// Households change, and nothing else that stays without them: the record stands in the transaction of the change. Without a change
    /// it is recorded like a read.
    /// </summary>
    HouseholdChange,

    /// <summary>Nothing: it is recorded once, before its answer leaves.</summary>
    Read,
}

/// <summary>The name under which calls of the function are recorded, such as <c>household.enrol</c>.</summary>
/// <param name="effect">Of a GET it is always <see cref="CallEffect.Read"/>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuditedAttribute(string action, CallEffect effect = CallEffect.Change) : Attribute
{
    public string Action { get; } = action;

    public CallEffect Effect { get; } = effect;
}
