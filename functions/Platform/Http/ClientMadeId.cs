using System.Text.RegularExpressions;

namespace Alleviation.Functions.Platform.Http;

/// <summary>An id that a client made, a UUID in lower case: what is sent again under it is the same thing, not another.</summary>
public static partial class ClientMadeId
{
    public static bool IsOne(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\z")]
    private static partial Regex Form();
}
