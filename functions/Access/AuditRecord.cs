namespace Alleviation.Functions.Access;

/// <summary>
/// One call: who did what to whose data, when, why, and how it ended. No status: it began or made its change, and nobody saw its end.
/// </summary>
public sealed record AuditRecord(DateTimeOffset At, string Action, string TraceId)
{
    public string? AccountId { get; init; }

    public Role? Role { get; init; }

    public string? Subject { get; init; }

    public string? Reason { get; init; }

    public int? Status { get; init; }
}
