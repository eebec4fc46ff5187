using System.Diagnostics.CodeAnalysis;

namespace Alleviation.Functions.FollowUps;

/// <summary>Made by whoever makes the visit, before it is sent: 32 hexadecimal characters, so that sending it twice is sending one visit.</summary>
public readonly record struct VisitId
{
    private const int Length = 32;

    private VisitId(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out VisitId id)
    {
        id = new VisitId(text ?? "");
        return text is { Length: Length } && text.All(char.IsAsciiHexDigitLower);
    }

    public override string ToString() => Value;
}
