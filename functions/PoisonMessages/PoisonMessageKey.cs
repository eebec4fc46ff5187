namespace Alleviation.Functions.PoisonMessages;

/// <summary>What an address may name: a queue's name and a fingerprint of 32 hexadecimal characters.</summary>
public static class PoisonMessageKey
{
    public static bool IsValid(string queue, string id) =>
        queue.Length is > 2 and < 64
        && queue.All(character => char.IsAsciiLetterLower(character) || character == '-')
        && id.Length == 32
        && id.All(char.IsAsciiHexDigitLower);
}
