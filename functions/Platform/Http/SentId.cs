using System.Text.RegularExpressions;

namespace Alleviation.Functions.Platform.Http;

/// <summary>An id that the sender made, so that sending again after a lost answer is recognised: 32 lower-case hexadecimal characters.</summary>
public static partial class SentId
{
    public static bool IsOne(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^[0-9a-f]{32}\z")]
    private static partial Regex Form();
}
