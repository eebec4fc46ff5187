using Alleviation.Functions.Platform.Sealing;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Access;

/// <summary>An account as it is stored. The column names are a contract; AccountTableTests pins them.</summary>
internal sealed class AccountRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public byte[] UserName { get; set; } = [];
    public byte[] DisplayName { get; set; } = [];
    public string PasswordHash { get; set; } = "";
    public string Role { get; set; } = "";
    public string Regions { get; set; } = "";
    public string? PhysicianId { get; set; }
    public bool Disabled { get; set; }
    public string Stamp { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    public static string PartitionOf(string accountId) => accountId.Length < 2 ? "" : accountId[..2];

    public static AccountRow From(Account account, FieldSealer sealer) =>
        new()
        {
            PartitionKey = PartitionOf(account.Id),
            RowKey = account.Id,
            UserName = sealer.Seal(account.UserName, ContextOf(account.Id)),
            DisplayName = sealer.Seal(account.DisplayName, ContextOf(account.Id)),
            PasswordHash = account.PasswordHash,
            Role = account.Role.ToString(),
            Regions = string.Join(',', account.Regions),
            PhysicianId = account.PhysicianId,
            Disabled = account.Disabled,
            Stamp = account.Stamp,
            Version = account.Version,
            CreatedAt = account.CreatedAt,
        };

    public Account ToAccount(FieldSealer sealer) =>
        new(
            RowKey,
            sealer.Open(UserName, ContextOf(RowKey)),
            sealer.Open(DisplayName, ContextOf(RowKey)),
            Enum.Parse<Role>(Role),
            Regions.Split(',', StringSplitOptions.RemoveEmptyEntries),
            PhysicianId
        )
        {
            PasswordHash = PasswordHash,
            Disabled = Disabled,
            Stamp = Stamp,
            Version = Version,
            CreatedAt = CreatedAt,
        };

    private static string ContextOf(string accountId) => $"{AccountTable.Name}/{PartitionOf(accountId)}/{accountId}";
}
