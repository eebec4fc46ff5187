using System.Collections;
using System.Globalization;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

/// <summary>docs/configuration.md against the classes that settings are bound to.</summary>
public sealed class SettingsDocumentTests
{
    private static readonly string Settings = File.ReadAllText(Repository.PathOf("docs", "configuration.md"));

    /// <summary>The classes that settings are bound to, one section each.</summary>
    internal static IEnumerable<Type> OptionTypes =>
        typeof(AccessOptions)
            .Assembly.GetTypes()
            .Where(type => type is { IsNested: false, IsPublic: true } && type.Name.EndsWith("Options", StringComparison.Ordinal));

    [Fact]
    public void EverySetting_StandsThereWithItsDefault()
    {
        var settings = OptionTypes
            .SelectMany(type =>
                type.GetProperties()
                    .Select(property =>
                        (Section: SectionOf(type), property.Name, Default: property.GetValue(Activator.CreateInstance(type)))
                    )
            )
            .Where(setting => setting.Default is not AccessOptions.FirstOperatorOptions)
            .Select(setting => $"| `{setting.Section}:{setting.Name}` | {Text(setting.Default)} |")
            .ToList();
        Assert.NotEmpty(settings);
        Assert.All(settings, line => Assert.Contains(line, Settings, StringComparison.Ordinal));
    }

    internal static string SectionOf(Type type) =>
        type.Name switch
        {
            nameof(IssuerOptions) => "Access",
            "KeyOptions" => "Keys",
            "ImportOptions" => "Imports",
            var name => name[..^"Options".Length],
        };

    private static string Text(object? value) =>
        value switch
        {
            null or ICollection { Count: 0 } => "none",
            IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
            _ => $"`{value}`",
        };
}
