using Alleviation.Functions.Platform.Sealing;

namespace Alleviation.Tests.Platform.Sealing;

public sealed class FingerprinterTests
{
    private readonly KeyRing _keys = KeyRing.Create();

    [Fact]
    public void SameValue_HasTheSameFingerprint() =>
        Assert.Equal(
            new Fingerprinter(_keys).Of("identity", "440000000000000000"),
            new Fingerprinter(_keys.Rotate()).Of("identity", "440000000000000000")
        );

    [Fact]
    public void Fingerprint_Is32LowerHexCharacters() => Assert.Matches("^[0-9a-f]{32}$", new Fingerprinter(_keys).Of("identity", "x"));

    [Fact]
    public void OtherPurpose_OtherFingerprint()
    {
        var fingerprints = new Fingerprinter(_keys);

        Assert.NotEqual(fingerprints.Of("identity", "x"), fingerprints.Of("household", "x"));
        Assert.NotEqual(fingerprints.Of("a", "bc"), fingerprints.Of("ab", "c"));
    }

    [Fact]
    public void OtherKeys_OtherFingerprint() =>
        Assert.NotEqual(new Fingerprinter(_keys).Of("a", "x"), new Fingerprinter(KeyRing.Create()).Of("a", "x"));
}
