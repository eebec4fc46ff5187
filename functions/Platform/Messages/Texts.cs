using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Alleviation.Functions.Platform.Messages;

/// <summary>
/// Every text that the service says to people, by code, in both languages. A new code is one line in messages.zh-CN.json and one in
/// messages.en.json; a test sees that every code in the source stands in both.
/// </summary>
public static class Texts
{
    private static readonly FrozenDictionary<string, string> Chinese = Load(Language.Chinese);
    private static readonly FrozenDictionary<string, string> English = Load(Language.English);

    /// <summary>The text, or the code itself where nobody wrote one: an answer is never lost for want of words.</summary>
    public static string Of(string code, string language, params object[] arguments)
    {
        if (!In(language).TryGetValue(code, out var template))
        {
            return code;
        }
        return arguments.Length is 0 ? template : string.Format(CultureInfo.InvariantCulture, template, arguments);
    }

    internal static FrozenDictionary<string, string> In(string language) => language is Language.English ? English : Chinese;

    private static FrozenDictionary<string, string> Load(string language)
    {
        using var stream =
            typeof(Texts).Assembly.GetManifestResourceStream($"messages.{language}.json")
            ?? throw new InvalidOperationException($"The texts in '{language}' are not in the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
