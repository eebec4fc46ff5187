using System.Globalization;
using System.Security.Cryptography;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Access;

/// <summary>
/// PK: the day in China and the first character of the account id (any for nobody), so that one day is spread over sixteen partitions
/// and one account's day is in one. RK: the time there and something random, so that the rows of all partitions have one order.
/// </summary>
public sealed record AuditKey(string Partition, string Row)
{
    public const string Shards = "0123456789abcdef";

    public static AuditKey Of(DateTimeOffset at, string? accountId)
    {
        var shard = accountId?[0] ?? RandomNumberGenerator.GetHexString(1, lowercase: true)[0];
        var time = at.ToOffset(ChinaTime.Offset).ToString("HHmmssfffffff", CultureInfo.InvariantCulture);
        return new AuditKey(PartitionOf(at.ToChinaDate(), shard), $"{time}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
    }

    /// <summary>A row's key, or empty for before all rows.</summary>
    public static bool IsAfter(string text) => text.All(character => char.IsAsciiHexDigitLower(character) || character is '-');

    public static string PartitionOf(DateOnly day, char shard) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}-{shard}");
}
