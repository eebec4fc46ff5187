using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Tests.Platform.Http;

public sealed class CursorTests
{
    [Fact]
    public void Cursor_GivesItsPartsBack() => Assert.Equal(["441402", "户 'x'"], Cursor.Parse(Cursor.Of("441402", "户 'x'"), 2)!);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void NoCursor_IsTheFirstPage(string? text) => Assert.Null(Cursor.Parse(text, 1));

    [Theory]
    [InlineData("AAAA")]
    [InlineData("not base64!")]
    [InlineData("eyJhIjoxfQ")]
    public void OtherText_Is400(string text) =>
        Assert.Equal("bad-cursor", Assert.Throws<MalformedRequestException>(() => Cursor.Parse(text, 1)).Code);

    [Theory]
    [InlineData("[")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[1]")]
    [InlineData("[\"\\ud800\"]")]
    public void ForgedCursor_Is400_ThoughItsCheckValueHolds(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var forged = Base64Url.EncodeToString([.. SHA256.HashData(bytes).AsSpan(0, 4), .. bytes]);

        Assert.Equal("bad-cursor", Assert.Throws<MalformedRequestException>(() => Cursor.Parse(forged, 1)).Code);
    }

    [Fact]
    public void CursorOfAnotherList_Is400() => Assert.Throws<MalformedRequestException>(() => Cursor.Parse(Cursor.Of("a", "b"), 1));

    [Fact]
    public void AnyChangedCharacter_Is400()
    {
        var cursor = Cursor.Of("441402001001");
        Assert.All(
            Enumerable.Range(0, cursor.Length - 1),
            place =>
            {
                var changed = cursor.ToCharArray();
                changed[place] = changed[place] is 'A' ? 'B' : 'A';
                Assert.Throws<MalformedRequestException>(() => Cursor.Parse(new string(changed), 1));
            }
        );
    }
}
