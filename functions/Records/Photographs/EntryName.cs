using System.Text.RegularExpressions;

namespace Alleviation.Functions.Records.Photographs;

/// <summary>The kind or the id of an entry as a client sends it: nothing else may become part of a row's key.</summary>
internal static partial class EntryName
{
    public static bool IsOne(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,100}\z")]
    private static partial Regex Form();
}
