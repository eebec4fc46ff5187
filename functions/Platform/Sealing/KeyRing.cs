using System.Security.Cryptography;

namespace Alleviation.Functions.Platform.Sealing;

/// <summary>
/// The service's secrets. Sealing keys have versions: the current one seals, every one opens. The fingerprint key has none, since what
/// is looked up by fingerprint would be lost with it.
/// </summary>
public sealed record KeyRing(byte Current, IReadOnlyDictionary<byte, byte[]> Sealing, byte[] Fingerprint, byte[] Signing)
{
    public const int KeyLength = 32;

    public static KeyRing Create() => new(1, new Dictionary<byte, byte[]> { [1] = NewKey() }, NewKey(), NewKey());

    /// <summary>The ring with a new sealing key; what was sealed before still opens.</summary>
    public KeyRing Rotate()
    {
        var next = checked((byte)(Sealing.Keys.Max() + 1));
        return this with
        {
            Current = next,
            Sealing = new Dictionary<byte, byte[]>(Sealing) { [next] = NewKey() },
        };
    }

    /// <summary>A record would print its properties; keys are never printed.</summary>
    public override string ToString() => $"KeyRing {{ Current = {Current} }}";

    private static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);
}
