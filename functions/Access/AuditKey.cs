using System.Globalization;
using System.Security.Cryptography;

namespace Alleviation.Functions.Access;

/// <summary>
/// PK: the day and the first character of the account id (any for nobody), so that one day is spread over sixteen partitions and one
/// account's day is in one. RK: the time and something random, so that the rows of all partitions have one order.
/// </summary>
public sealed record AuditKey(string Partition, string Row)
{
    public const string Shards = "0123456789abcdef";

    public static AuditKey Of(DateTimeOffset at, string? accountId)
    {
        var shard = accountId?[0] ?? RandomNumberGenerator.GetHexString(1, lowercase: true)[0];
        return new AuditKey(
            PartitionOf(DateOnly.FromDateTime(at.UtcDateTime), shard),
            $"{at.UtcDateTime.ToString("HHmmssfffffff", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
    }

    /// <summary>A row's key, or empty for before all rows.</summary>
    public static bool IsAfter(string text) => text.All(character => char.IsAsciiHexDigitLower(character) || character is '-');

    public static string PartitionOf(DateOnly day, char shard) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}-{shard}");
}
