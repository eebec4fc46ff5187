using System.Security.Cryptography;
using System.Text;

namespace Alleviation.Functions.Platform.Sealing;

/// <summary>
/// What stands for a value where it is looked up: the same value gives the same fingerprint, and nobody without the key can go back.
/// </summary>
public sealed class Fingerprinter(KeyRing keys)
{
    /// <summary>32 hexadecimal characters. The purpose sets one use apart from another: they cannot be joined.</summary>
    public string Of(string purpose, string value)
    {
        var hash = HMACSHA256.HashData(keys.Fingerprint, Encoding.UTF8.GetBytes($"{purpose}\0{value}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
