using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Tests.Local.Tables;

internal enum Season
{
    Spring,
    LateSummer,
}

/// <summary>One property of every kind that table storage holds.</summary>
internal sealed class EverythingRow : ITableEntity
{
    public string PartitionKey { get; set; } = "partition";

    public string RowKey { get; set; } = "row";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Text { get; set; }

    public bool Truth { get; set; }

    public bool? MaybeTruth { get; set; }

    public int Number { get; set; }

    public int? MaybeNumber { get; set; }

    public long Long { get; set; }

    public long? MaybeLong { get; set; }

    public double Double { get; set; }

    public double? MaybeDouble { get; set; }

    public DateTime Time { get; set; } = DateTime.UnixEpoch;

    public DateTime? MaybeTime { get; set; }

    public DateTimeOffset Moment { get; set; } = DateTimeOffset.UnixEpoch;

    public DateTimeOffset? MaybeMoment { get; set; }

    public Guid Id { get; set; }

    public Guid? MaybeId { get; set; }

    public byte[]? Bytes { get; set; }

    public BinaryData? Data { get; set; }

    public Season Season { get; set; }

    public Season? MaybeSeason { get; set; }

    [DataMember(Name = "renamed")]
    public string? Named { get; set; }

    [IgnoreDataMember]
    public string? Ignored { get; set; }

    public string Computed => $"{Text}!";

    public static EverythingRow Full() => new()
    {
        Text = "梅州 \"quoted\" \\ \r\n\t <&> 🙂",
        Truth = true,
        MaybeTruth = false,
        Number = int.MinValue,
        MaybeNumber = int.MaxValue,
        Long = long.MinValue,
        MaybeLong = long.MaxValue,
        Double = 37.0,
        MaybeDouble = -1.25e-30,
        Time = new DateTime(2026, 11, 22, 8, 30, 0, DateTimeKind.Utc).AddTicks(1_234_567),
        MaybeTime = new DateTime(1921, 7, 1, 0, 0, 0, DateTimeKind.Utc),
        Moment = new DateTimeOffset(2026, 11, 22, 16, 30, 0, TimeSpan.FromHours(8)).AddTicks(7),
        MaybeMoment = DateTimeOffset.UnixEpoch,
        Id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
        MaybeId = Guid.Empty,
        Bytes = [0, 1, 2, 253, 254, 255],
        Data = BinaryData.FromBytes(new byte[] { 9, 8, 7 }),
        Season = Season.LateSummer,
        MaybeSeason = Season.Spring,
        Named = "by another name",
        Ignored = "never stored",
    };
}
