using System.Net;
using Alleviation.Tests.Local.Host.Support;

namespace Alleviation.Tests.Local.Host;

public sealed class WebAppFilesTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("webroot-");

    public WebAppFilesTests()
    {
        _root.CreateSubdirectory("assets");
        File.WriteAllText(Path.Combine(_root.FullName, "index.html"), "the web app");
        File.WriteAllText(Path.Combine(_root.FullName, "app.webmanifest"), "{}");
        File.WriteAllText(Path.Combine(_root.FullName, "assets", "app-1a2b.js"), "script");
        File.WriteAllText(Path.Combine(_root.FullName, "assets", "app-1a2b.js.br"), "packed");
        File.WriteAllText(Path.Combine(_root.FullName, "index.html.gz"), "packed page");
    }

    [Theory]
    [InlineData("/", "the web app", "text/html", "no-cache")]
    [InlineData("/households/1", "the web app", "text/html", "no-cache")]
    [InlineData("/app.webmanifest", "{}", "application/manifest+json", "no-cache")]
    [InlineData("/assets/app-1a2b.js", "script", "text/javascript", "public, max-age=31536000, immutable")]
    [InlineData("/api/things/7", "/api/things/7: read 7", "text/plain", null)]
    public async Task Path_IsAFunctionOrAFileOrAPageOfTheWebApp(string path, string content, string type, string? caching)
    {
        await using var host = await StartAsync();

        var response = await host.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(content, await response.Content.ReadAsStringAsync());
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(caching, response.Headers.TryGetValues("Cache-Control", out var values) ? string.Join(", ", values) : null);
    }

    [Fact]
    public async Task Page_MayNotBeFramed()
    {
        await using var host = await StartAsync();

        var response = await host.Http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/assets/app-1a2b.js", "gzip, br", "packed", "br", "text/javascript")]
    [InlineData("/assets/app-1a2b.js", "br;q=0", "script", null, "text/javascript")]
    [InlineData("/assets/app-1a2b.js", "gzip", "script", null, "text/javascript")]
    [InlineData("/households/1", "gzip, br", "packed page", "gzip", "text/html")]
    [InlineData("/api/things/7", "gzip, br", "/api/things/7: read 7", null, "text/plain")]
    public async Task File_ComesPackedToWhoCanUnpackIt(string path, string accepted, string content, string? encoding, string type)
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", accepted } } };

        var response = await host.Http.SendAsync(request);

        Assert.Equal(content, await response.Content.ReadAsStringAsync());
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("GET", "/api/unknown")]
    [InlineData("GET", "/assets/gone.js")]
    [InlineData("GET", "/../host.json")]
    [InlineData("GET", "/%2e%2e/host.json")]
    [InlineData("POST", "/households/1")]
    public async Task PathThatIsNone_Is404(string method, string path)
    {
        await using var host = await StartAsync();

        var response = await host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private Task<SampleHost> StartAsync() => SampleHost.StartAsync(SampleHost.Loading("Http_Read").WithSetting("webroot", _root.FullName));
}
