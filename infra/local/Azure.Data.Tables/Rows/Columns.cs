using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Rows;

/// <summary>Finds what of an entity type is stored: public properties and fields, unless they say no.</summary>
internal static class Columns
{
    private static readonly MethodInfo OfPropertyMethod = Method(nameof(OfProperty));
    private static readonly MethodInfo OfFieldMethod = Method(nameof(OfField));

    public static Column<TRow>[] Of<TRow>()
        where TRow : class
    {
        var columns = new List<Column<TRow>>();
        foreach (var member in typeof(TRow).GetMembers(BindingFlags.Public | BindingFlags.Instance))
        {
            if (member.IsDefined(typeof(IgnoreDataMemberAttribute))) { continue; }
            var (method, type) = member switch
            {
                PropertyInfo property when property.GetIndexParameters().Length == 0 => (OfPropertyMethod, property.PropertyType),
                FieldInfo field => (OfFieldMethod, field.FieldType),
                _ => (null, typeof(void)),
            };
            if (method is null) { continue; }
            var name = member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;
            columns.Add((Column<TRow>)method.MakeGenericMethod(typeof(TRow), type).Invoke(null, [member, name])!);
        }

        return [.. columns];
    }

    private static Column<TRow, TValue> OfProperty<TRow, TValue>(PropertyInfo property, string name) => new(
        name,
        property.GetGetMethod(nonPublic: true)?.CreateDelegate<Func<TRow, TValue>>(),
        property.GetSetMethod(nonPublic: true)?.CreateDelegate<Action<TRow, TValue>>());

    // Fields are rare in entities: plain reflection will do.
    private static Column<TRow, TValue> OfField<TRow, TValue>(FieldInfo field, string name) => new(
        name,
        row => (TValue)field.GetValue(row)!,
        field.IsInitOnly ? null : (row, value) => field.SetValue(row, value));

    private static MethodInfo Method(string name) => typeof(Columns).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
