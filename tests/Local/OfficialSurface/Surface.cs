using System.Reflection;

namespace Alleviation.Tests.Local.OfficialSurface;

/// <summary>All that others can name in an assembly, one line each: <c>Namespace.Type: declaration</c>.</summary>
internal static class Surface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static SortedSet<string> Of(Assembly assembly) =>
        new(assembly.GetExportedTypes().SelectMany(Of), StringComparer.Ordinal);

    public static IEnumerable<string> Of(Type type)
    {
        var name = $"{type.Namespace}.{TypeText.Of(type)}";
        yield return $"{name}: {TypeText.KindOf(type)}";
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            yield return $"{name}: {MemberText.Of(type.GetMethod("Invoke")!)}";
            yield break;
        }

        if (type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType) { yield return $"{name}: extends {TypeText.Of(parent)}"; }
        if (!type.IsEnum)
        {
            var contracts = type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []);
            foreach (var contract in contracts) { yield return $"{name}: implements {TypeText.Of(contract)}"; }
        }

        foreach (var usage in type.GetCustomAttributes<AttributeUsageAttribute>(inherit: false)) { yield return $"{name}: stands on {usage.ValidOn}"; }
        foreach (var member in type.GetMembers(Declared))
        {
            if (MemberText.Of(member) is { } text) { yield return $"{name}: {text}"; }
        }
    }
}
