using System.Text.Json;

namespace Azure.Data.Tables.Rows;

/// <summary>How values of one type look in the service's JSON.</summary>
internal abstract class ValueFormat<T>
{
    /// <summary>The type to name beside the value; null where JSON itself says it.</summary>
    public virtual string? EdmType => null;

    public abstract void Write(Utf8JsonWriter writer, T value);

    public abstract T Read(ref Utf8JsonReader reader);
}
