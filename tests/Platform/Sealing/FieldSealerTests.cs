using Alleviation.Functions.Platform.Sealing;

namespace Alleviation.Tests.Platform.Sealing;

public sealed class FieldSealerTests
{
    private const string Context = "Households/h1/member:01/name";
    private readonly KeyRing _keys = KeyRing.Create();
    private readonly FieldSealer _sealer;

    public FieldSealerTests() => _sealer = new FieldSealer(_keys);

    [Theory]
    [InlineData("")]
    [InlineData("张三")]
    [InlineData("𠮷野家 \0 'quoted'")]
    public void Sealed_OpensInItsContext(string text) => Assert.Equal(text, _sealer.Open(_sealer.Seal(text, Context), Context));

    [Fact]
    public void SealedTwice_LooksDifferent() => Assert.NotEqual(_sealer.Seal("张三", Context), _sealer.Seal("张三", Context));

    [Fact]
    public void OtherContext_BreaksTheSeal() =>
        Assert.Throws<SealBrokenException>(() => _sealer.Open(_sealer.Seal("张三", Context), "Households/h2/member:01/name"));

    [Fact]
    public void AnyChangedByte_BreaksTheSeal()
    {
        var sealedText = _sealer.Seal("张三", Context);
        Assert.All(
            Enumerable.Range(0, sealedText.Length),
            place =>
            {
                var changed = (byte[])sealedText.Clone();
                changed[place] ^= 1;
                Assert.Throws<SealBrokenException>(() => _sealer.Open(changed, Context));
            }
        );
    }

    [Fact]
    public void AnythingShorter_BreaksTheSeal()
    {
        var sealedText = _sealer.Seal("张三", Context);
        Assert.All(
            Enumerable.Range(0, sealedText.Length),
            length => Assert.Throws<SealBrokenException>(() => _sealer.Open(sealedText[..length], Context))
        );
    }

    [Fact]
    public void RotatedKeys_OpenTheOldAndSealWithTheNew()
    {
        var before = _sealer.Seal("张三", Context);
        var rotated = new FieldSealer(_keys.Rotate());

        Assert.Equal("张三", rotated.Open(before, Context));
        Assert.Throws<SealBrokenException>(() => _sealer.Open(rotated.Seal("张三", Context), Context));
    }

    [Fact]
    public void OtherRing_DoesNotOpen() =>
        Assert.Throws<SealBrokenException>(() => new FieldSealer(KeyRing.Create()).Open(_sealer.Seal("张三", Context), Context));
}
