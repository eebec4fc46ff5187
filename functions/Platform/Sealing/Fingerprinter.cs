using System.Security.Cryptography;
using System.Text;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.Platform.Sealing;

/// <summary>
/// A keyed hash by which a value is looked up: the same value gives the same fingerprint, and it cannot be reversed without the key.
/// </summary>
public sealed class Fingerprinter(KeyRing keys)
{
    /// <summary>32 hexadecimal characters. The purpose sets one use apart from another: they cannot be joined.</summary>
    public string Of(string purpose, string value)
    {
        var hash = HMACSHA256.HashData(keys.Fingerprint, Encoding.UTF8.GetBytes($"{purpose}\0{value}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }

    /// <summary>
    /// Of what a client sent under an id that it made: the same sent again, after an answer that was lost, is told apart from something
    /// else under the same id. What the service adds (who, when) is no part of it.
    /// </summary>
    public string OfContent<T>(string purpose, T content) => Of(purpose, StoredJson.Write(content));
}
