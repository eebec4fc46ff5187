using Alleviation.Tests.Support;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Tests.Local.OfficialSurface;

/// <summary>
/// The lists beside this file are written from the official packages' public surface, as far as the service uses it. A stand-in
/// may have less, never more: whatever it adds would break the build against the official packages.
/// </summary>
public sealed class OfficialSurfaceTests
{
    public static TheoryData<Type> Assemblies { get; } = new(typeof(TableClient), typeof(FunctionContext));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void StandIn_HasNothingThatTheOfficialPackageHasNot(Type type)
    {
        var assembly = type.Assembly;

        var added = Surface.Of(assembly).Except(Official(assembly.GetName().Name!)).ToList();

        Assert.True(added.Count == 0, $"Not in the official {assembly.GetName().Name}:{Environment.NewLine}{string.Join(Environment.NewLine, added)}");
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void List_IsSortedAndSaysNothingTwice(Type type)
    {
        var lines = Official(type.Assembly.GetName().Name!);

        Assert.Equal(new SortedSet<string>(lines, StringComparer.Ordinal), lines);
    }

    private static string[] Official(string assembly) => File.ReadAllLines(Repository.PathOf("tests", "Local", "OfficialSurface", $"{assembly}.txt"));
}
