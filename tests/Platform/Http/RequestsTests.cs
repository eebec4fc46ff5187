using System.Text;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.Platform.Http;

public sealed class RequestsTests
{
    [Fact]
    public async Task Json_IsRead()
    {
        var read = await ReadAsync("""{"name":"张三","kind":"second","on":"2026-11-22","members":[{"age":3}],"later":"ignored"}""");

        Assert.Equal(("张三", Kind.Second, new DateOnly(2026, 11, 22), 3), (read.Name, read.Kind, read.On, read.Members![0].Age));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{", "")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("""{"name":"a","kind":7}""", "kind")]
    [InlineData("""{"name":"a","kind":"third"}""", "kind")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("{}", "")]
    [InlineData("""{"name":"a","name":"b"}""", "name")]
    [InlineData("""{"name":"a","on":"2026-02-30"}""", "on")]
    [InlineData("""{"name":"a","members":[{"age":1},{"age":"2"}]}""", "members[1].age")]
    [InlineData("""{"name":"a","members":[null]}""", "")]
    [InlineData("""{"name":"\ud800"}""", "name")]
    public async Task MalformedBody_IsReportedByPathAlone(string body, string field)
    {
        var malformed = await Assert.ThrowsAsync<MalformedRequestException>(() => ReadAsync(body));

        Assert.Equal((400, "malformed", field), (malformed.Status, malformed.Code, malformed.Field));
    }

    [Theory]
    [InlineData("2026-11-22T09:30", false)]
    [InlineData("2026-11-22T09:30:00", false)]
    [InlineData("2026-11-22T25:00:00Z", false)]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-11-22T09:30:00+08:00", true)]
    [InlineData("2026-11-22T01:30:00.123Z", true)]
    public async Task MomentWithoutAnOffset_IsMalformed(string moment, bool isRead)
    {
        var reading = ReadAsync($$"""{"name":"张三","at":"{{moment}}"}""");

        if (isRead)
        {
            Assert.Equal(
                new DateTimeOffset(2026, 11, 22, 1, 30, 0, TimeSpan.Zero),
                (await reading).At!.Value.AddMilliseconds(-(await reading).At!.Value.Millisecond)
            );
        }
        else
        {
            Assert.Equal("at", (await Assert.ThrowsAsync<MalformedRequestException>(() => reading)).Field);
        }
    }

    [Fact]
    public async Task InvalidUtf8_IsMalformed() =>
        Assert.Equal(
            400,
            (await Assert.ThrowsAsync<MalformedRequestException>(() => ReadAsync([.. "{\"name\":\""u8, 0xff, 0xfe, .. "\"}"u8]))).Status
        );

    [Fact]
    public async Task OtherContentType_Is415() =>
        Assert.Equal(415, (await Assert.ThrowsAsync<MalformedRequestException>(() => ReadAsync("{}", "text/plain"))).Status);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TooLarge_Is413_WhetherOrNotItSaysSo(bool saysSo)
    {
        var request = RequestOf(new byte[Requests.MaxBody + 1], "application/json");
        if (!saysSo)
        {
            request.ContentLength = null;
        }

        Assert.Equal(
            413,
            (
                await Assert.ThrowsAsync<MalformedRequestException>(async () => await request.ReadJsonAsync<Body>(CancellationToken.None))
            ).Status
        );
    }

    [Theory]
    [InlineData("\"v3\"", 3)]
    [InlineData("W/\"v12\"", 12)]
    [InlineData("", null)]
    public void IfMatch_GivesTheVersion(string header, int? version) => Assert.Equal(version, WithIfMatch(header).IfMatchVersion());

    [Theory]
    [InlineData("*")]
    [InlineData("\"3\"")]
    [InlineData("\"v\"")]
    [InlineData("\"v-3\"")]
    [InlineData("v3")]
    [InlineData("\"v3\", \"v4\"")]
    [InlineData("\"v99999999999\"")]
    [InlineData("\"")]
    public void OtherIfMatch_Is400(string header) =>
        Assert.Equal("bad-version", Assert.Throws<MalformedRequestException>(() => WithIfMatch(header).IfMatchVersion()).Code);

    private static HttpRequest WithIfMatch(string header)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.IfMatch = header;
        return request;
    }

    private static Task<Body> ReadAsync(string body, string contentType = "application/json; charset=utf-8") =>
        ReadAsync(Encoding.UTF8.GetBytes(body), contentType);

    private static async Task<Body> ReadAsync(byte[] body, string contentType = "application/json") =>
        await RequestOf(body, contentType).ReadJsonAsync<Body>(CancellationToken.None);

    private static HttpRequest RequestOf(byte[] body, string contentType)
    {
        var request = new DefaultHttpContext().Request;
        request.ContentType = contentType;
        request.ContentLength = body.Length;
        request.Body = new MemoryStream(body);
        return request;
    }

    public enum Kind
    {
        First,
        Second,
    }

    public sealed record Body(
        string Name,
        Kind Kind = Kind.First,
        DateOnly? On = null,
        IReadOnlyList<Person>? Members = null,
        DateTimeOffset? At = null
    );

    public sealed record Person(int Age);
}
