using System.Collections.Concurrent;
using System.Text.Json;

namespace Azure.Data.Tables.Rows;

/// <summary>How rows of one type are written and read: found out once, by reflection, when the type is first met.</summary>
internal abstract class RowShape
{
    private static readonly ConcurrentDictionary<Type, RowShape> Known = new() { [typeof(TableEntity)] = new TableEntityShape() };

    public static RowShape Of(Type type) => Known.TryGetValue(type, out var shape) ? shape : Known.GetOrAdd(type, New);

    public static RowShape<T> Of<T>()
        where T : class => (RowShape<T>)Of(typeof(T));

    /// <summary>Writes the row's properties into an object that the caller has begun.</summary>
    public abstract void WriteProperties(Utf8JsonWriter writer, object row);

    private static RowShape New(Type type) => type.IsValueType
        ? throw new NotSupportedException($"{type.Name} is a struct: an entity must be a class.")
        : (RowShape)Activator.CreateInstance(typeof(ClassShape<>).MakeGenericType(type))!;
}

internal abstract class RowShape<T> : RowShape
{
    /// <summary>Reads the object at whose start the reader stands, and leaves it at its end.</summary>
    public abstract T Read(ref Utf8JsonReader reader);
}
