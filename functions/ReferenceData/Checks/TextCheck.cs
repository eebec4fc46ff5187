using System.Text.RegularExpressions;

namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>
/// Texts for families: what is filled into a text message is the same in both languages, and each text of health education has a code
/// of its own.
/// </summary>
internal static partial class TextCheck
{
    private static readonly string[] PrivateLists = ["conditions", "discipline"];
    private static readonly string[] Known = ["{date}", "{time}"];

    public static IEnumerable<SeedFault> Of(SeedLibrary library)
    {
        foreach (var text in library.Find("reminders/texts")!.Value.Properties().Where(text => text.Find("zh-CN") is not null))
        {
            var (chinese, english) = (Placeholders(text.Text("zh-CN")!), Placeholders(text.Text("en")!));
            foreach (var unknown in chinese.Concat(english).Except(Known))
            {
                yield return text.Fault($"{unknown} is not filled in. {Suggestion.Of(unknown, Known)}");
            }
            foreach (var named in Private(library).Where(label => text.Text("zh-CN")!.Contains(label, StringComparison.Ordinal)))
            {
                yield return text.Fault($"{named}: a message that others may read names no illness and no discipline.");
            }
            if (!chinese.SetEquals(english))
            {
                yield return text.Fault("Both languages have to name the same: {date} and {time} in both, or in neither.");
            }
        }

        foreach (
            var again in library.In("education").GroupBy(text => text.Text("code"), StringComparer.Ordinal).SelectMany(same => same.Skip(1))
        )
        {
            yield return again.Find("code")!.Value.Fault($"Another text has the code \"{again.Text("code")}\" already.");
        }
    }

    private static IEnumerable<string> Private(SeedLibrary library) =>
        from list in PrivateLists
        from item in library.Find($"codes/{list}")!.Value.Items("items")
        select item.Text("zh-CN");

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("[{][^}]*[}]?")]
    private static partial Regex Placeholder();
}
