using System.Text;
using Alleviation.Functions.Platform.Images;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Platform.Images;

public sealed class JpegFileTests
{
    [Fact]
    public void PictureOfACamera_KeepsThePictureAlone()
    {
        Assert.True(JpegFile.TryClean(SomePicture.OfCamera(), out var clean));

        var text = Encoding.Latin1.GetString(clean);
        foreach (var told in new[] { "Exif", "GPS", "HUAWEI", "ICC_PROFILE", "Google", "taken at home", "ftypmp4" })
        {
            Assert.DoesNotContain(told, text, StringComparison.Ordinal);
        }
        Assert.Contains("JFIF", text, StringComparison.Ordinal);
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xE0], clean[..4]);
        Assert.Equal([0xFF, 0xD9], clean[^2..]);
        Assert.Equal(["E0", "DB", "DB", "C0", "C4", "C4", "C4", "C4", "DA"], MarkersOf(clean));
    }

    [Fact]
    public void CleanPicture_StaysAsItIs()
    {
        Assert.True(JpegFile.TryClean(SomePicture.Of(), out var clean));

        Assert.True(JpegFile.TryClean(clean, out var again));
        Assert.Equal(clean, again);
    }

    [Fact]
    public void WhatIsCutOff_IsNoPicture_WhereverItIsCut()
    {
        Assert.True(JpegFile.TryClean(SomePicture.Of(), out var clean));

        Assert.All(Enumerable.Range(0, clean.Length), length => Assert.False(JpegFile.TryClean(clean.AsSpan(0, length), out _)));
    }

    [Theory]
    [InlineData(0xC0, 0xC3)]
    [InlineData(0xC0, 0xC9)]
    [InlineData(0xDB, 0xFE)]
    [InlineData(0xC0, 0xFE)]
    [InlineData(0xDA, 0xFE)]
    public void SegmentThatIsAnother_MakesItNoPicture(byte marker, byte other)
    {
        Assert.True(JpegFile.TryClean(SomePicture.Of(), out var clean));
        for (var at = 2; at + 1 < clean.Length; at++)
        {
            if (clean[at] is 0xFF && clean[at + 1] == marker)
            {
                clean[at + 1] = other;
            }
        }

        Assert.False(JpegFile.TryClean(clean, out _));
    }

    [Theory]
    [InlineData(5, 0, 0)]
    [InlineData(7, 0, 0)]
    [InlineData(5, 0x20, 1)]
    [InlineData(7, 0x20, 1)]
    public void PictureOfNoSize_OrOfOneThatFillsAPhone_IsRefused(int at, byte high, byte low)
    {
        Assert.True(JpegFile.TryClean(SomePicture.Of(), out var clean));
        var frame = clean.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        (clean[frame + at], clean[frame + at + 1]) = (high, low);

        Assert.False(JpegFile.TryClean(clean, out _));
    }

    [Fact]
    public void OtherFiles_AreNone()
    {
        Assert.False(JpegFile.TryClean("<svg onload=alert(1)>"u8, out _));
        Assert.False(JpegFile.TryClean([0x89, .. "PNG\r\n"u8], out _));
        Assert.False(JpegFile.TryClean([], out _));
    }

    /// <summary>Seeded: whatever is bent, it ends, and what is taken for a picture can be cleaned again.</summary>
    [Fact]
    public void BentPictures_NeverBreakIt()
    {
        var random = new Random(20261129);
        for (var time = 0; time < 5_000; time++)
        {
            var picture = SomePicture.OfCamera();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                picture[random.Next(picture.Length)] = (byte)random.Next(256);
            }
            if (JpegFile.TryClean(picture.AsSpan(0, random.Next(picture.Length / 2, picture.Length)), out var clean))
            {
                Assert.True(JpegFile.TryClean(clean, out var again));
                Assert.Equal(clean, again);
            }
        }
    }

    private static List<string> MarkersOf(byte[] picture)
    {
        var markers = new List<string>();
        for (var at = 2; picture[at + 1] is not 0xDA; at += 2 + ((picture[at + 2] << 8) | picture[at + 3]))
        {
            markers.Add($"{picture[at + 1]:X2}");
        }

        return [.. markers, "DA"];
    }
}
