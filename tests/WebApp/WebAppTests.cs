using System.Net;
using System.Net.Http.Headers;
using Alleviation.Functions.Access;
using Alleviation.Tests.Conventions;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.WebApp;

public sealed class WebAppTests(SharedScene<WebAppScene> shared) : IClassFixture<SharedScene<WebAppScene>>
{
    private readonly WebAppScene _scene = shared.Scene;

    private const string Hashed = "/assets/app-1a2b3c4d.js";
    private const string Both = "/assets/both-Z_9-aBcD.js";
    private const string Forever = "public, max-age=31536000, immutable";

    [Theory]
    [InlineData("/", "the web app", "text/html; charset=utf-8", "no-cache")]
    [InlineData("/index.html", "the web app", "text/html; charset=utf-8", "no-cache")]
    [InlineData("/sw.js", "worker", "text/javascript; charset=utf-8", "no-cache")]
    [InlineData(Hashed, "script", "text/javascript; charset=utf-8", Forever)]
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
    [InlineData(Hashed, "gzip, br", "packed", "br")]
    [InlineData(Hashed, "gzip", "script", null)]
    [InlineData(Hashed, "br;q=0", "script", null)]
    [InlineData(Both, "gzip, br", "brotli", "br")]
    [InlineData(Both, "gzip, deflate", "gzip", "gzip")]
    [InlineData(Both, "br;q=0.5, gzip;q=0.8", "gzip", "gzip")]
    [InlineData(Both, "br;q=0, gzip", "gzip", "gzip")]
    [InlineData(Both, "BR", "brotli", "br")]
    [InlineData(Both, "*", "brotli", "br")]
    [InlineData(Both, "br;q=0, *;q=0.1", "gzip", "gzip")]
    [InlineData(Both, "*;q=0", "plain", null)]
    [InlineData(Both, "identity, br;q=0.5", "plain", null)]
    [InlineData(Both, "identity;q=0, gzip;q=0.1", "gzip", "gzip")]
    [InlineData(Both, "identity;q=0", "plain", null)]
    [InlineData(Both, "nonsense;;q=,", "plain", null)]
    [InlineData(Both, null, "plain", null)]
    [InlineData("/households/1", "gzip, br", "packed page", "gzip")]
    public async Task File_ComesPackedToWhoCanUnpackIt(string path, string? accepted, string content, string? encoding)
    {
        using var response = await _scene.AskAsync(path, accepted);

        Assert.Equal(content, await response.Content.ReadAsStringAsync());
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.StartsWith("text/", response.Content.Headers.ContentType!.MediaType!, StringComparison.Ordinal);
        Assert.Equal("Accept-Encoding", response.Headers.Vary.Single());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    public async Task File_ThatTheBrowserHas_IsNotSentAgain(string? accepted)
    {
        using var first = await _scene.AskAsync(Both, accepted);

        using var second = await _scene.AskAsync(Both, accepted, headers: headers => headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(Forever, string.Join(", ", second.Headers.GetValues("Cache-Control")));
        var since = first.Content.Headers.LastModified;
        using var dated = await _scene.AskAsync(Both, accepted, headers: headers => headers.IfModifiedSince = since);
        Assert.Equal(HttpStatusCode.NotModified, dated.StatusCode);
    }

    [Fact]
    public async Task ETag_DiffersBetweenForms_AndStaysTheSameOnAnotherHost()
    {
        await using var other = await WebAppScene.StartAsync(_scene.Folder);
        var tags = new HashSet<EntityTagHeaderValue>();
        foreach (var accepted in (string[])["identity", "gzip", "br"])
        {
            using var response = await _scene.AskAsync(Both, accepted);
            using var request = new HttpRequestMessage(HttpMethod.Get, Both) { Headers = { { "Accept-Encoding", accepted } } };
            using var fromTheOther = await other.Anonymous.SendAsync(request);
            Assert.False(response.Headers.ETag!.IsWeak);
            Assert.Equal(response.Headers.ETag, fromTheOther.Headers.ETag);
            tags.Add(response.Headers.ETag);
        }

        Assert.Equal(3, tags.Count);
    }

    [Theory]
    [InlineData("/", null, 11)]
    [InlineData("/households/1", "gzip", 11)]
    [InlineData(Both, null, 5)]
    [InlineData(Both, "br", 6)]
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
        using var response = await _scene.AskAsync(Hashed, headers: headers => headers.Range = new RangeHeaderValue(1, 3));

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
        foreach (var path in (string[])["/", Hashed, "/households/1", "/gone.js", "/api/unknown"])
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
