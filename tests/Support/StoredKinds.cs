using System.Reflection;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Cases;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Tests.Support;

/// <summary>Every type of document that the service stores, found where the service says so.</summary>
internal static class StoredKinds
{
    /// <summary>What stands in households' partitions, by the name in its key.</summary>
    public static IReadOnlyDictionary<string, Type> OfHouseholds { get; } =
        Statics(typeof(DocumentKind<>))
            .Concat(Statics(typeof(CaseKind<>)))
            .Select(kind => kind.Value)
            .ToDictionary(
                kind => (string)kind.GetType().GetProperty("Name")!.GetValue(kind)!,
                kind => kind.GetType().GetGenericArguments()[0],
                StringComparer.Ordinal
            );

    /// <summary>All of them, by a name for their golden file, with the version of their schema.</summary>
    public static IReadOnlyDictionary<string, (Type Type, int Version)> All { get; } =
        Statics(typeof(DocumentSchema<>))
            .Select(schema =>
                (NameOf(schema.Owner, schema.Value), schema.Value.GetType().GetGenericArguments()[0], VersionOf(schema.Value))
            )
            .Concat(Statics(typeof(DocumentKind<>)).Select(kind => OfKind(kind.Value)))
            .Concat(
                Statics(typeof(CaseKind<>)).Select(kind => OfKind(kind.Value.GetType().GetProperty("Documents")!.GetValue(kind.Value)!))
            )
            .ToDictionary(kind => kind.Item1, kind => (kind.Item2, kind.Item3), StringComparer.Ordinal);

    private static (string Name, Type, int) OfKind(object kind) =>
        (
            (string)kind.GetType().GetProperty("Name")!.GetValue(kind)!,
            kind.GetType().GetGenericArguments()[0],
            VersionOf(kind.GetType().GetProperty("Schema")!.GetValue(kind)!)
        );

    private static int VersionOf(object schema) => (int)schema.GetType().GetProperty("Version")!.GetValue(schema)!;

    // A document that has no name of its own has its owner's.
    private static string NameOf(Type owner, object schema)
    {
        var type = schema.GetType().GetGenericArguments()[0];
        return type.DeclaringType is not null || type.IsGenericType ? owner.Name : type.Name;
    }

    private static IEnumerable<(Type Owner, object Value)> Statics(Type generic) =>
        typeof(Functions.Program)
            .Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type =>
                type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            )
            .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == generic)
            .Select(field => (field.DeclaringType!, field.GetValue(null)!));
}
