using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Tests.Conventions;

/// <summary>The service must not know which edition it is in: it names official packages and official types only.</summary>
public sealed class OfficialTypesTests
{
    private static readonly string[] StandIns = [typeof(TableClient).Assembly.GetName().Name!, typeof(FunctionContext).Assembly.GetName().Name!];

    [Fact]
    public void Service_NamesOnlyOfficialTypesOfTheStandIns()
    {
        var official = StandIns.SelectMany(name => File.ReadLines(Repository.PathOf("tests", "Local", "OfficialSurface", $"{name}.txt")))
            .Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)].Split('<')[0])
            .ToHashSet(StringComparer.Ordinal);

        var named = TypesNamedBy(typeof(AccessRules).Assembly.Location);

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(official));
    }

    [Fact]
    public void Project_NamesPackagesAndNoProject()
    {
        var project = XDocument.Load(Repository.PathOf("functions", "Alleviation.Functions.csproj"));

        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.All(StandIns, name => Assert.Contains(project.Descendants("PackageReference"), package => (string?)package.Attribute("Include") == name));
    }

    private static List<string> TypesNamedBy(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Where(type => type.ResolutionScope.Kind is HandleKind.AssemblyReference)
                .Where(type => StandIns.Contains(metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)))
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name).Split('`')[0]}"),
        ];
    }
}
