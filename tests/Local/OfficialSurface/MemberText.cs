using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Alleviation.Tests.Local.OfficialSurface;

/// <summary>A member as C# declares it; null for one that nobody outside can name.</summary>
internal static class MemberText
{
    public static string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsSeen(constructor) => $"{Access(constructor)}{constructor.DeclaringType!.Name}({Parameters(constructor)})",
        MethodInfo method when IsSeen(method) && (!method.IsSpecialName || IsOperator(method)) => Method(method),
        PropertyInfo property => Property(property),
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily => Field(field),
        _ => null,
    };

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Of))}>" : "";
        var constraints = string.Concat(method.IsGenericMethod ? method.GetGenericArguments().Select(Constraints) : []);
        var extends = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{Modifiers(method)}{TypeText.Of(method.ReturnType)} {method.Name}{generic}({extends}{Parameters(method)}){constraints}";
    }

    private static string? Property(PropertyInfo property)
    {
        var (getter, setter) = (Seen(property.GetMethod), Seen(property.SetMethod));
        if ((getter ?? setter) is not { } accessor) { return null; }
        var name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;
        var set = setter is null ? "" : IsInit(setter) ? " init;" : getter is { IsPublic: true } && setter.IsFamily ? " protected set;" : " set;";
        return $"{Modifiers(accessor)}{TypeText.Of(property.PropertyType)} {name} {{{(getter is null ? "" : " get;")}{set} }}";
    }

    private static string Field(FieldInfo field) => field.DeclaringType!.IsEnum
        ? string.Create(CultureInfo.InvariantCulture, $"{field.Name} = {field.GetRawConstantValue()}")
        : $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{TypeText.Of(field.FieldType)} {field.Name}";

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface || method.DeclaringType.IsSubclassOf(typeof(Delegate))) { return ""; }
        if (method.IsStatic) { return $"{Access(method)}static "; }
        if (method.IsAbstract) { return $"{Access(method)}abstract "; }
        if (method.GetBaseDefinition() != method) { return $"{Access(method)}override "; }
        return method is { IsVirtual: true, IsFinal: false } ? $"{Access(method)}virtual " : Access(method);
    }

    // Who can call the constructor of an abstract class does not depend on whether it says public or protected.
    private static string Access(MethodBase method) =>
        method.IsFamily || method.IsFamilyOrAssembly || (method.IsConstructor && method.DeclaringType!.IsAbstract) ? "protected " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        return $"{modifier}{TypeText.Of(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}";
    }

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => "default",
        bool truth => truth ? "true" : "false",
        _ when parameter.ParameterType.IsEnum => $"{parameter.ParameterType.Name}.{Enum.GetName(parameter.ParameterType, parameter.DefaultValue)}",
        var value => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static string Constraints(Type argument)
    {
        var attributes = argument.GenericParameterAttributes;
        var parts = argument.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(TypeText.Of).ToList();
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) { parts.Insert(0, "class"); }
        if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint)) { parts.Insert(0, "struct"); }
        else if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)) { parts.Add("new()"); }
        return parts.Count == 0 ? "" : $" where {argument.Name} : {string.Join(", ", parts)}";
    }

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static MethodInfo? Seen(MethodInfo? accessor) => accessor is not null && IsSeen(accessor) ? accessor : null;

    private static bool IsOperator(MethodInfo method) => method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
