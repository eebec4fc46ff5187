using System.Diagnostics.CodeAnalysis;

namespace Alleviation.Functions.Imports;

/// <summary>An import's id: 32 hexadecimal characters, later imports greater.</summary>
public readonly record struct ImportId
{
    private ImportId(string value) => Value = value;

    public string Value { get; }

    public static ImportId New(DateTimeOffset now) => new(Guid.CreateVersion7(now).ToString("N"));

    public static bool TryParse([NotNullWhen(true)] string? text, out ImportId id)
    {
        var isId = text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);
        id = isId ? new ImportId(text!) : default;
        return isId;
    }

    /// <summary>What households remember as their source.</summary>
    public string Source => $"import:{Value}";

    public override string ToString() => Value;
}
