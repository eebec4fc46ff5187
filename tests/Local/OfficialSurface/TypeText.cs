namespace Alleviation.Tests.Local.OfficialSurface;

/// <summary>A type as C# names it, without its namespace and without what it says about null.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) { return keyword; }
        if (type.IsGenericParameter) { return type.Name; }
        if (type.IsByRef) { return Of(type.GetElementType()!); }
        if (type.IsArray) { return $"{Of(type.GetElementType()!)}[]"; }
        if (Nullable.GetUnderlyingType(type) is { } underlying) { return $"{Of(underlying)}?"; }
        var outer = type.DeclaringType is { } declaring ? $"{Of(declaring)}." : "";
        var arguments = type.GetGenericArguments();
        return arguments.Length == 0 ? outer + type.Name : $"{outer}{type.Name.Split('`')[0]}<{string.Join(", ", arguments.Select(Of))}>";
    }

    /// <summary>What kind of type it is, with what restricts its use.</summary>
    public static string KindOf(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };
}
