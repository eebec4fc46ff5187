using System.Net;
using System.Net.Http.Headers;
using Alleviation.Functions.Access;
using Alleviation.Tests.Conventions;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.WebApp;

public sealed class WebAppTests(SharedScene<WebAppScene> shared) : IClassFixture<SharedScene<WebAppScene>>
{
    private readonly WebAppScene _scene = shared.Scene;

    [Theory]
    [InlineData("/", "the web app", "text/html; charset=utf-8", "no-cache")]
    [InlineData("/index.html", "the web app", "text/html; charset=utf-8", "no-cache")]
    [InlineData("/sw.js", "worker", "text/javascript; charset=utf-8", "no-cache")]
    [InlineData(WebAppScene.Hashed, "script", "text/javascript; charset=utf-8", WebAppScene.Forever)]
    [InlineData("/assets/logo.svg", "<svg/>", "image/svg+xml", "no-cache")]
    [InlineData("/app.webmanifest", "app.webmanifest", "application/manifest+json", "no-cache")]
    [InlineData("/map.geojson", "map.geojson", "application/geo+json", "no-cache")]
    [InlineData("/list.json", "list.json", "application/json", "no-cache")]
    [InlineData("/module.mjs", "module.mjs", "text/javascript; charset=utf-8", "no-cache")]
    [InlineData("/style.css", "style.css", "text/css; charset=utf-8", "no-cache")]
    [InlineData("/notes.txt", "notes.txt", "text/plain; charset=utf-8", "no-cache")]
    [InlineData("/font.woff2", "font.woff2", "font/woff2", "no-cache")]
    [InlineData("/icon.png", "icon.png", "image/png", "no-cache")]
    public async Task File_IsSentAsWhatItIs(string path, string content, string type, string caching)
    {
        using var response = await _scene.AskAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(content, await response.Content.ReadAsStringAsync());
        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.Equal(caching, string.Join(", ", response.Headers.GetValues("Cache-Control")));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("Accept-Encoding", response.Headers.Vary.Single());
        Assert.NotNull(response.Content.Headers.LastModified);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    public async Task File_ThatTheBrowserHas_IsNotSentAgain(string? accepted)
    {
        using var first = await _scene.AskAsync(WebAppScene.Both, accepted);

        using var second = await _scene.AskAsync(
            WebAppScene.Both,
            accepted,
            headers: headers => headers.IfNoneMatch.Add(first.Headers.ETag!)
        );

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(WebAppScene.Forever, string.Join(", ", second.Headers.GetValues("Cache-Control")));
        var since = first.Content.Headers.LastModified;
        using var dated = await _scene.AskAsync(WebAppScene.Both, accepted, headers: headers => headers.IfModifiedSince = since);
        Assert.Equal(HttpStatusCode.NotModified, dated.StatusCode);
    }

    [Theory]
    [InlineData("/", null, 11)]
    [InlineData("/households/1", "gzip", 11)]
    [InlineData(WebAppScene.Both, null, 5)]
    [InlineData(WebAppScene.Both, "br", 6)]
    public async Task Head_HasTheHeadersAndNoContent(string path, string? accepted, long length)
    {
        using var response = await _scene.AskAsync(path, accepted, HttpMethod.Head);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(length, response.Content.Headers.ContentLength);
        Assert.NotNull(response.Headers.ETag);
    }

    [Fact]
    public async Task Range_IsAPartOfTheFile()
    {
        using var response = await _scene.AskAsync(WebAppScene.Hashed, headers: headers => headers.Range = new RangeHeaderValue(1, 3));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("cri", await response.Content.ReadAsStringAsync());
        Assert.Equal("bytes 1-3/6", response.Content.Headers.ContentRange!.ToString());
    }

    [Fact]
    public async Task Files_AreNeitherAuditedNorAskedOfTheStorage()
    {
        var (account, journal) = (await Azurite.NewAccountAsync(), new StorageJournal());
        await using var app = await AppUnderTest.StartAsync(
            storage: account,
            settings: new Dictionary<string, string?> { ["WebApp:Folder"] = _scene.Folder },
            services: services => journal.Watch(services, account)
        );
        using var client = await app.OperatorAsync();

        var before = CallsOfAccess(journal);
        foreach (var path in (string[])["/", WebAppScene.Hashed, "/households/1", "/gone.js", "/api/unknown"])
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        }

        Assert.Equal(before, CallsOfAccess(journal));

        using var audited = await client.GetAsync(new Uri("/api/accounts", UriKind.Relative));
        Assert.True(CallsOfAccess(journal) > before);
    }

    private static int CallsOfAccess(StorageJournal journal) =>
        journal.Sent.Count(call =>
            call.Contains($"/{AuditTable.Name}", StringComparison.Ordinal)
            || call.Contains($"/{AccountTable.Name}", StringComparison.Ordinal)
        );
}
