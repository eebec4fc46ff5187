using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Local.Settings;

/// <summary>Puts the value of a setting where an attribute says <c>%Setting%</c>.</summary>
internal static partial class SettingNames
{
    public static string Resolve(string text, IConfiguration settings, Action<string> complain) => Name().Replace(text, match =>
    {
        var name = match.Groups[1].Value;
        if (settings[name] is { Length: > 0 } value) { return value; }
        complain($"'{text}' names the setting '{name}', which has no value");
        return match.Value;
    });

    [GeneratedRegex("%([^%]+)%", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
