using System.ComponentModel.DataAnnotations;
using System.Net;
using Alleviation.Functions.WebApp;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.WebApp;

/// <summary>Which paths are pages of the web app, which are nothing, and that none leads out of its folder.</summary>
public sealed class WebAppPathTests(SharedScene<WebAppScene> shared) : IClassFixture<SharedScene<WebAppScene>>
{
    private readonly WebAppScene _scene = shared.Scene;

    [Theory]
    [InlineData("/households/1")]
    [InlineData("/households/1/")]
    [InlineData("/panel/0a1b/members/02/plan/versions")]
    [InlineData("/coverage/441403100/households?q=1.5")]
    [InlineData("/nowhere")]
    [InlineData("/apiary")]
    public async Task PathOfAPage_IsAnsweredWithThePage(string path)
    {
        using var response = await _scene.AskAsync(path);

        Assert.Equal("the web app", await response.Content.ReadAsStringAsync());
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/api/")]
    [InlineData("GET", "/api/unknown")]
    [InlineData("HEAD", "/api/unknown")]
    [InlineData("GET", "/API/unknown")]
    [InlineData("GET", "/api/sign-in")]
    [InlineData("POST", "/api/unknown")]
    [InlineData("GET", "/assets/gone-1a2b3c4d.js")]
    [InlineData("GET", "/assets/gone")]
    [InlineData("GET", "/favicon.ico")]
    [InlineData("POST", "/")]
    [InlineData("POST", "/households/1")]
    [InlineData("PUT", "/sw.js")]
    public async Task PathThatIsNone_Is404WithoutContent(string method, string path)
    {
        using var response = await _scene.AskAsync(path, method: new HttpMethod(method));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>400 is the web server's own answer to a path that is none at all.</summary>
    [Theory]
    [InlineData("/../host.json")]
    [InlineData("/../../host.json")]
    [InlineData("/assets/../../host.json")]
    [InlineData("/%2e%2e/host.json")]
    [InlineData("/%2e%2e%2fhost.json")]
    [InlineData("/..%2fhost.json")]
    [InlineData("/..%2fsecret")]
    [InlineData("/%2e%2e%2fsecret")]
    [InlineData("/..%5chost.json")]
    [InlineData("/..%5csecret")]
    [InlineData(@"/..\host.json")]
    [InlineData(@"/..\secret")]
    [InlineData(@"/assets\..\..\secret")]
    [InlineData("/%252e%252e/host.json")]
    [InlineData("/%252e%252e%252fsecret")]
    [InlineData("/assets/%2e%2e/%2e%2e/host.json")]
    [InlineData("/assets/..%2f..%2fhost.json")]
    [InlineData("/....//host.json")]
    [InlineData("/..;/host.json")]
    [InlineData("/%c0%ae%c0%ae/host.json")]
    [InlineData("/host.json%00.js")]
    [InlineData("/index.html%00")]
    [InlineData("/%00")]
    [InlineData("/sw.js%20")]
    [InlineData("/SW.JS")]
    [InlineData("//host.json")]
    [InlineData("//secret")]
    [InlineData("/file:///etc/passwd")]
    [InlineData("/host.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/Alleviation.Functions.dll")]
    [InlineData("/.env")]
    [InlineData("/%2eenv")]
    [InlineData("/.git/config")]
    [InlineData("/program.unknown")]
    [InlineData("/index.html.gz")]
    [InlineData("/assets/app-1a2b3c4d.js.br")]
    [InlineData("/assets/both-Z_9-aBcD.js.gz")]
    public async Task PathThatLeadsElsewhere_FindsNothing(string path)
    {
        var answer = await _scene.AskRawAsync(path);

        Assert.Matches("^HTTP/1.1 (404|400) ", answer);
        Assert.DoesNotContain(WebAppScene.Secret, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("packed", answer, StringComparison.Ordinal);
    }

    /// <summary>The server resolves the dots, and what is left is a path like any other.</summary>
    [Theory]
    [InlineData("/../secret")]
    [InlineData("/assets/%2e%2e/%2e%2e/secret")]
    public async Task DotsAboveTheRoot_LeadToThePage(string path)
    {
        var answer = await _scene.AskRawAsync(path);

        Assert.EndsWith("the web app", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAWebApp_OnlyTheApiIsThere()
    {
        await using var app = await WebAppScene.StartAsync(Path.Combine(_scene.Folder, "missing"));

        foreach (var path in (string[])["/", "/index.html", "/households/1", "/assets/app-1a2b3c4d.js"])
        {
            using var response = await app.Anonymous.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        using var live = await app.Anonymous.GetAsync(new Uri("/api/health/live", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Theory]
    [InlineData("wwwroot", true)]
    [InlineData("../another", true)]
    [InlineData("/var/www", true)]
    [InlineData("", false)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("wwwroot/..", false)]
    [InlineData("/", false)]
    public void Folder_DoesNotHoldTheProgram(string folder, bool isRight)
    {
        var options = new WebAppOptions { Folder = folder };

        Assert.Equal(isRight, Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true));
    }
}
