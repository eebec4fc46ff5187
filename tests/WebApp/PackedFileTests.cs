using System.Net.Http.Headers;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.WebApp;

/// <summary>A file that lies there packed goes out in the form that the browser can unpack.</summary>
public sealed class PackedFileTests(SharedScene<WebAppScene> shared) : IClassFixture<SharedScene<WebAppScene>>
{
    private readonly WebAppScene _scene = shared.Scene;

    [Theory]
    [InlineData(WebAppScene.Hashed, "gzip, br", "packed", "br")]
    [InlineData(WebAppScene.Hashed, "gzip", "script", null)]
    [InlineData(WebAppScene.Hashed, "br;q=0", "script", null)]
    [InlineData(WebAppScene.Both, "gzip, br", "brotli", "br")]
    [InlineData(WebAppScene.Both, "gzip, deflate", "gzip", "gzip")]
    [InlineData(WebAppScene.Both, "br;q=0.5, gzip;q=0.8", "gzip", "gzip")]
    [InlineData(WebAppScene.Both, "br;q=0, gzip", "gzip", "gzip")]
    [InlineData(WebAppScene.Both, "BR", "brotli", "br")]
    [InlineData(WebAppScene.Both, "*", "brotli", "br")]
    [InlineData(WebAppScene.Both, "br;q=0, *;q=0.1", "gzip", "gzip")]
    [InlineData(WebAppScene.Both, "*;q=0", "plain", null)]
    [InlineData(WebAppScene.Both, "identity, br;q=0.5", "plain", null)]
    [InlineData(WebAppScene.Both, "identity;q=0, gzip;q=0.1", "gzip", "gzip")]
    [InlineData(WebAppScene.Both, "identity;q=0", "plain", null)]
    [InlineData(WebAppScene.Both, "nonsense;;q=,", "plain", null)]
    [InlineData(WebAppScene.Both, null, "plain", null)]
    [InlineData("/households/1", "gzip, br", "packed page", "gzip")]
    public async Task File_ComesPackedToWhoCanUnpackIt(string path, string? accepted, string content, string? encoding)
    {
        using var response = await _scene.AskAsync(path, accepted);

        Assert.Equal(content, await response.Content.ReadAsStringAsync());
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.StartsWith("text/", response.Content.Headers.ContentType!.MediaType!, StringComparison.Ordinal);
        Assert.Equal("Accept-Encoding", response.Headers.Vary.Single());
    }

    [Fact]
    public async Task ETag_DiffersBetweenForms_AndStaysTheSameOnAnotherHost()
    {
        await using var other = await WebAppScene.StartAsync(_scene.Folder);
        var tags = new HashSet<EntityTagHeaderValue>();
        foreach (var accepted in (string[])["identity", "gzip", "br"])
        {
            using var response = await _scene.AskAsync(WebAppScene.Both, accepted);
            using var request = new HttpRequestMessage(HttpMethod.Get, WebAppScene.Both) { Headers = { { "Accept-Encoding", accepted } } };
            using var fromTheOther = await other.Anonymous.SendAsync(request);
            Assert.False(response.Headers.ETag!.IsWeak);
            Assert.Equal(response.Headers.ETag, fromTheOther.Headers.ETag);
            tags.Add(response.Headers.ETag);
        }

        Assert.Equal(3, tags.Count);
    }
}
