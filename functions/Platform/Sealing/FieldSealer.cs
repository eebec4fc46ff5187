using System.Security.Cryptography;
using System.Text;

namespace Alleviation.Functions.Platform.Sealing;

/// <summary>
/// Seals a text to the place where it is stored: moved to another row it does not open. Layout: format, key version, nonce, tag, text.
/// </summary>
public sealed class FieldSealer(KeyRing keys)
{
    private const byte Format = 1;
    private const int HeadLength = 2;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = HeadLength + NonceLength + TagLength;

    public byte[] Seal(string plaintext, string context) => Seal(Encoding.UTF8.GetBytes(plaintext), context);

    /// <param name="text">UTF-8.</param>
    public byte[] Seal(ReadOnlySpan<byte> text, string context)
    {
        var result = new byte[Overhead + text.Length];
        (result[0], result[1]) = (Format, keys.Current);
        RandomNumberGenerator.Fill(NonceOf(result));
        using var aes = new AesGcm(KeyFor(keys.Sealing[keys.Current], context), TagLength);
        aes.Encrypt(NonceOf(result), text, TextOf(result), TagOf(result), Bound(result, context));
        return result;
    }

    /// <exception cref="SealBrokenException">It was changed, was sealed for another context, or its key is gone.</exception>
    public string Open(byte[] sealedBytes, string context) => Encoding.UTF8.GetString(OpenBytes(sealedBytes, context));

    /// <returns>UTF-8.</returns>
    /// <exception cref="SealBrokenException">As for a text.</exception>
    public byte[] OpenBytes(byte[] sealedBytes, string context)
    {
        if (sealedBytes.Length < Overhead || sealedBytes[0] is not Format)
        {
            throw new SealBrokenException("Not a sealed value.");
        }
        if (!keys.Sealing.TryGetValue(sealedBytes[1], out var key))
        {
            throw new SealBrokenException($"Sealing key {sealedBytes[1]} is not on the ring.");
        }
        var text = new byte[sealedBytes.Length - Overhead];
        using var aes = new AesGcm(KeyFor(key, context), TagLength);
        try
        {
            aes.Decrypt(NonceOf(sealedBytes), TextOf(sealedBytes), TagOf(sealedBytes), text, Bound(sealedBytes, context));
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new SealBrokenException("The seal is broken.", exception);
        }
        return text;
    }

    // A key per context, so that random nonces never come near the limit of one AES-GCM key, however many people are enrolled.
    private static byte[] KeyFor(byte[] key, string context) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(context));

    private static byte[] Bound(byte[] sealedBytes, string context) =>
        [.. sealedBytes.AsSpan(0, HeadLength), .. Encoding.UTF8.GetBytes(context)];

    private static Span<byte> NonceOf(byte[] bytes) => bytes.AsSpan(HeadLength, NonceLength);

    private static Span<byte> TagOf(byte[] bytes) => bytes.AsSpan(HeadLength + NonceLength, TagLength);

    private static Span<byte> TextOf(byte[] bytes) => bytes.AsSpan(Overhead);
}
