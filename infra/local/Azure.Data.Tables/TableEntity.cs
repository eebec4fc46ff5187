#nullable disable annotations // The official type says nothing about null; saying more here would break a build against it.
namespace Azure.Data.Tables;

/// <summary>A row as a dictionary, for properties that are only known when they are met.</summary>
#pragma warning disable CA1710 // The official name.
public sealed partial class TableEntity : ITableEntity, IDictionary<string, object>
#pragma warning restore CA1710
{
    internal const string ETagKey = "odata.etag";

    private readonly Dictionary<string, object> _properties;

    public TableEntity()
        : this(null)
    {
    }

    public TableEntity(string partitionKey, string rowKey)
        : this(null)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values) => _properties = values is null ? [] : new(values);

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey));
        set => _properties[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey));
        set => _properties[nameof(RowKey)] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => _properties[nameof(Timestamp)] = value;
    }

    public ETag ETag
    {
        get => new(GetString(ETagKey));
        set => _properties[ETagKey] = value.ToString();
    }

    public string GetString(string key) => (string)Get<string>(key);

    public byte[] GetBinary(string key) => Find(key) is BinaryData data ? data.ToArray() : (byte[])Get<byte[]>(key);

    public BinaryData GetBinaryData(string key) => Find(key) is byte[] bytes ? BinaryData.FromBytes(bytes) : (BinaryData)Get<BinaryData>(key);

    public bool? GetBoolean(string key) => (bool?)Get<bool>(key);

    public DateTime? GetDateTime(string key) => Find(key) is DateTimeOffset time ? time.UtcDateTime : (DateTime?)Get<DateTime>(key);

    public DateTimeOffset? GetDateTimeOffset(string key) =>
        Find(key) is DateTime time ? new DateTimeOffset(time.ToUniversalTime()) : (DateTimeOffset?)Get<DateTimeOffset>(key);

    public double? GetDouble(string key) => (double?)Get<double>(key);

    public Guid? GetGuid(string key) => (Guid?)Get<Guid>(key);

    public int? GetInt32(string key) => (int?)Get<int>(key);

    public long? GetInt64(string key) => (long?)Get<long>(key);

    /// <summary>Takes a value as the service tells it, whatever stood there.</summary>
    internal void Put(string key, object value) => _properties[key] = value;

    private object Find(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _properties.GetValueOrDefault(key);
    }

    private object Get<T>(string key) => Find(key) switch
    {
        null => null,
        T value => value,
        var other => throw new InvalidOperationException($"Cannot return {typeof(T)} type for a {other.GetType()} typed property."),
    };
}
