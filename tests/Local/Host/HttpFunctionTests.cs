using System.Net;
using Alleviation.Tests.Local.Host.Support;

namespace Alleviation.Tests.Local.Host;

public sealed class HttpFunctionTests
{
    private static readonly Guid Id = new("6c7f6a1c-2f5f-4f62-9d0e-6d1d2b6b5b11");

    [Theory]
    [InlineData("GET", "/api/things/7", "/api/things/7: read 7")]
    [InlineData("GET", "/API/Things/7", "/API/Things/7: read 7")]
    [InlineData("GET", "/api/things/%E6%A2%85%E5%B7%9E", "/api/things/%E6%A2%85%E5%B7%9E: read 梅州")]
    [InlineData("PUT", "/api/things/7", "PUT 7")]
    [InlineData("POST", "/api/things/7", "POST 7")]
    [InlineData("GET", "/api/Http_Default", "GET")]
    [InlineData("DELETE", "/api/Http_Default", "DELETE")]
    [InlineData("GET", "/api/Http_Void", "written")]
    [InlineData("GET", "/api/constrained/3", "3")]
    [InlineData("GET", "/api/Http_Scope", "True True")]
    public async Task Request_ReachesTheFunctionOfItsRouteAndMethod(string method, string path, string answer)
    {
        await using var host = await AllButCatchAllAsync();

        var response = await host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(answer, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("GET", "/things/7")]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/api/things")]
    [InlineData("GET", "/api/things/7/8")]
    [InlineData("DELETE", "/api/things/7")]
    [InlineData("GET", "/api/constrained/2")]
    [InlineData("GET", "/api/constrained/x")]
    [InlineData("GET", "/api/typed/x/6c7f6a1c-2f5f-4f62-9d0e-6d1d2b6b5b11")]
    [InlineData("GET", "/api/typed/99999999999/6c7f6a1c-2f5f-4f62-9d0e-6d1d2b6b5b11")]
    [InlineData("GET", "/api/typed/1/x")]
    public async Task RequestThatNoFunctionAnswers_Is404AndEmpty(string method, string path)
    {
        await using var host = await AllButCatchAllAsync();

        var response = await host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.Empty(response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("", "none")]
    [InlineData("/note", "note")]
    public async Task RouteValues_AreBoundByNameAndType(string note, string bound)
    {
        await using var host = await SampleHost.StartAsync("Http_Typed");

        Assert.Equal($"42 {Id:N} {bound} 41", await host.Http.GetStringAsync(new Uri($"/api/typed/41/{Id}{note}", UriKind.Relative)));
    }

    [Theory]
    [InlineData("", "/a/b", "all: a/b")]
    [InlineData("v1/open", "/v1/open/a", "all: a")]
    public async Task RoutePrefix_StandsBeforeEveryRoute(string prefix, string path, string answer)
    {
        await using var host = await SampleHost.StartAsync(SampleHost.Loading("Http_CatchAll").With("extensions:http:routePrefix", prefix));

        Assert.Equal(answer, await host.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    [Fact]
    public async Task FunctionThatThrows_Is500AndSaysNothing()
    {
        await using var host = await SampleHost.StartAsync("Http_Fails");

        var response = await host.Http.GetAsync(new Uri("/api/Http_Fails", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.Empty(response.Headers.Server);
    }

    [Fact]
    public async Task BodyOverTheLimit_Is413()
    {
        await using var host = await SampleHost.StartAsync(SampleHost.Loading("Http_Body").WithSetting("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "10"));
        var body = new Uri("/api/Http_Body", UriKind.Relative);

        var (fits, tooLong) = (await host.Http.PostAsync(body, new StringContent("0123456789")), await host.Http.PostAsync(body, new StringContent("0123456789a")));

        Assert.Equal("10", await fits.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong.StatusCode);
    }

    private static Task<SampleHost> AllButCatchAllAsync() => SampleHost.StartAsync(
        "Http_Default", "Http_Read", "Http_Write", "Http_Typed", "Http_Constrained", "Http_Void", "Http_Scope");
}
