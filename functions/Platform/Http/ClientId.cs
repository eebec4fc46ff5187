using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Alleviation.Functions.Platform.Http;

/// <summary>
/// An id that a client makes before it sends, so that the same sent twice is one thing and not another: a UUID in lower case, with its
/// hyphens or without.
/// </summary>
public readonly partial record struct ClientId
{
    private ClientId(string value) => Value = value;

    public string Value { get; }

    public static bool IsOne([NotNullWhen(true)] string? text) => text is not null && Form().IsMatch(text);

    public static bool TryParse([NotNullWhen(true)] string? text, out ClientId id)
    {
        id = new ClientId(text ?? "");
        return IsOne(text);
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\z")]
    private static partial Regex Form();
}
