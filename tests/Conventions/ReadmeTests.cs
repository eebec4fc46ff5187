using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md"));

    /// <summary>The classes that settings are bound to, one section each.</summary>
    internal static IEnumerable<Type> OptionTypes => typeof(AccessOptions).Assembly.GetTypes()
        .Where(type => type is { IsNested: false, IsPublic: true } && type.Name.EndsWith("Options", StringComparison.Ordinal));

    [Fact]
    public void EverySetting_StandsThereWithItsDefault()
    {
        var settings = OptionTypes
            .SelectMany(type => type.GetProperties().Select(property => (Section: SectionOf(type), property.Name, Default: property.GetValue(Activator.CreateInstance(type)))))
            .Where(setting => setting.Default is not AccessOptions.FirstOperatorOptions)
            .Select(setting => $"| `{setting.Section}:{setting.Name}` | {Text(setting.Default)} |")
            .ToList();

        Assert.NotEmpty(settings);
        Assert.All(settings, line => Assert.Contains(line, Readme, StringComparison.Ordinal));
    }

    /// <summary>Files without a folder stand in that of the file named before them in the row.</summary>
    [Fact]
    public void EveryFileOfARule_IsThere()
    {
        foreach (var row in Readme.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)))
        {
            var folder = "";
            foreach (var path in FileName().Matches(row).Select(match => match.Groups[1].Value))
            {
                folder = path.Contains('/', StringComparison.Ordinal) ? Path.GetDirectoryName(path)! : folder;
                var file = Repository.PathOf(folder, Path.GetFileName(path));
                Assert.True(File.Exists(file), $"{path} in: {row}");
            }
        }
    }

    internal static string SectionOf(Type type) => type.Name switch
    {
        nameof(IssuerOptions) => "Access",
        "KeyOptions" => "Keys",
        "ImportOptions" => "Imports",
        var name => name[..^"Options".Length],
    };

    private static string Text(object? value) => value switch
    {
        null or ICollection { Count: 0 } => "none",
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };

    [GeneratedRegex(@"`([\w./-]+\.(?:cs|yaml))`")]
    private static partial Regex FileName();
}
