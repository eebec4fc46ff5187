using System.Reflection;
using System.Text.Json;
using Alleviation.Functions.Households;

namespace Alleviation.Tests.Support;

/// <summary>Makes documents with every property filled, down to the last, and notes the words of the enums that are in them.</summary>
internal sealed class FilledDocument
{
    /// <summary>No stored document is deeper; one that holds its own kind ends there.</summary>
    private const int MaxDepth = 8;

    /// <summary>By the enum's name: the words as they are stored.</summary>
    public SortedDictionary<string, IReadOnlyList<string>> Words { get; } = new(StringComparer.Ordinal);

    public object Of(Type type) => Value(type, 0)!;

    private object? Value(Type type, int depth) =>
        type switch
        {
            _ when depth > MaxDepth => null,
            _ when Nullable.GetUnderlyingType(type) is { } inner => Value(inner, depth),
            { IsEnum: true } => Enumerated(type),
            _ when type == typeof(string) => "text",
            _ when type == typeof(int) => 7,
            _ when type == typeof(long) => 7L,
            _ when type == typeof(decimal) => 1.5m,
            _ when type == typeof(double) => 1.5,
            _ when type == typeof(bool) => true,
            _ when type == typeof(char) => 'c',
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 2),
            _ when type == typeof(TimeOnly) => new TimeOnly(8, 30),
            _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(15),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            _ when type == typeof(JsonElement) => JsonSerializer.SerializeToElement("element"),
            _ when type == typeof(HouseholdId) => HouseholdId.OfFingerprint(new string('a', 32)),
            { IsArray: true } => Listed(type.GetElementType()!, depth),
            { IsGenericType: true } => Collection(type, depth),
            _ => Record(type, depth),
        };

    private object Enumerated(Type type)
    {
        Words[type.Name] = [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];
        return Enum.GetValues(type).GetValue(0)!;
    }

    private object? Collection(Type type, int depth) =>
        type.GetGenericArguments() switch
        {
            [var item] when type.IsInterface || type.GetGenericTypeDefinition() == typeof(List<>) => Listed(item, depth),
            [var key, var value] when type.IsInterface || type.GetGenericTypeDefinition() == typeof(Dictionary<,>) => Mapped(
                key,
                value,
                depth
            ),
            _ => Record(type, depth),
        };

    private Array Listed(Type item, int depth)
    {
        var value = Value(item, depth + 1);
        var list = Array.CreateInstance(item, value is null ? 0 : 1);
        if (value is not null)
        {
            list.SetValue(value, 0);
        }
        return list;
    }

    private object Mapped(Type key, Type value, int depth)
    {
        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        map[Value(key, depth + 1)!] = Value(value, depth + 1);
        return map;
    }

    private object Record(Type type, int depth)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var constructor =
            type.GetConstructors(Any)
                .Where(getConstructor => getConstructor.GetParameters() is not [{ ParameterType: var only }] || only != type)
                .MaxBy(constructor => constructor.GetParameters().Length)
            ?? throw new InvalidOperationException($"{type} has no constructor.");
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, depth + 1))]);
        foreach (
            var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property.SetMethod is not null)
        )
        {
            property.SetValue(made, Value(property.PropertyType, depth + 1));
        }

        return made;
    }
}
