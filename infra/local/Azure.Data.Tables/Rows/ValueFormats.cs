namespace Azure.Data.Tables.Rows;

/// <summary>The types that the service stores.</summary>
internal static class ValueFormats
{
    private static readonly Dictionary<Type, object> Known = new()
    {
        [typeof(string)] = new StringFormat(),
        [typeof(bool)] = new BooleanFormat(),
        [typeof(int)] = new Int32Format(),
        [typeof(long)] = new Int64Format(),
        [typeof(double)] = new DoubleFormat(),
        [typeof(DateTime)] = new DateTimeFormat(),
        [typeof(DateTimeOffset)] = new DateTimeOffsetFormat(),
        [typeof(Guid)] = new GuidFormat(),
        [typeof(byte[])] = new BinaryFormat(),
        [typeof(BinaryData)] = new BinaryDataFormat(),
    };

    /// <summary>Null for a type that the service does not store.</summary>
    public static ValueFormat<T>? Find<T>() => (ValueFormat<T>?)Find(typeof(T));

    private static object? Find(Type type)
    {
        if (Known.TryGetValue(type, out var format)) { return format; }
        if (type.IsEnum) { return Activator.CreateInstance(typeof(EnumFormat<>).MakeGenericType(type)); }
        return Nullable.GetUnderlyingType(type) is { } underlying && Find(underlying) is { } inner
            ? Activator.CreateInstance(typeof(NullableFormat<>).MakeGenericType(underlying), inner)
            : null;
    }
}
