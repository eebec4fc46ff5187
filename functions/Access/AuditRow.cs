using Alleviation.Functions.Platform.Sealing;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Access;

/// <summary>An audit record as it is stored; see AuditKey. The reason is free text, so it is sealed.</summary>
internal sealed class AuditRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public DateTimeOffset At { get; set; }
    public string Action { get; set; } = "";
    public string TraceId { get; set; } = "";
    public string? AccountId { get; set; }
    public string? Role { get; set; }
    public string? Subject { get; set; }
    public byte[]? Reason { get; set; }
    public int? Status { get; set; }

    public static AuditRow From(AuditKey key, AuditRecord record, FieldSealer sealer) =>
        new()
        {
            PartitionKey = key.Partition,
            RowKey = key.Row,
            At = record.At,
            Action = record.Action,
            TraceId = record.TraceId,
            AccountId = record.AccountId,
            Role = record.Role?.ToString(),
            Subject = record.Subject,
            Reason = record.Reason is null ? null : sealer.Seal(record.Reason, ContextOf(key.Partition, key.Row)),
            Status = record.Status,
        };

    public AuditRecord ToRecord(FieldSealer sealer) =>
        new(At, Action, TraceId)
        {
            AccountId = AccountId,
            Role = Role is null ? null : Enum.Parse<Role>(Role),
            Subject = Subject,
            Reason = Reason is null ? null : sealer.Open(Reason, ContextOf(PartitionKey, RowKey)),
            Status = Status,
        };

    private static string ContextOf(string partition, string row) => $"{AuditTable.Name}/{partition}/{row}";
}
