using System.Text;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.Platform.Http;

/// <summary>Moments and days are refused where a body is read, before anything is reckoned with them.</summary>
public sealed class TimeJsonTests
{
    private sealed record Body(DateTimeOffset? At = null, DateOnly? On = null);

    [Theory]
    [InlineData("2026-11-28T08:00:00+08:00")]
    [InlineData("2026-11-28T00:00:00Z")]
    [InlineData("1900-01-01T00:00:00Z")]
    [InlineData("2199-12-31T23:59:59.999Z")]
    public async Task Moment_WithItsOffset_IsRead(string text) =>
        Assert.Equal(
            DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
            (await ReadAsync($$"""{"at": "{{text}}"}""")).At
        );

    [Theory]
    [InlineData("2026-11-28T08:00:00")]
    [InlineData("2026-11-28")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:59:59-12:00")]
    [InlineData("1899-12-31T23:59:59Z")]
    [InlineData("2200-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+08:00")]
    public async Task Moment_WithoutOffset_OrOfNoTimeOfOurs_IsRefused(string text)
    {
        var refused = await Assert.ThrowsAsync<MalformedRequestException>(() => ReadAsync($$"""{"at": "{{text}}"}"""));

        Assert.Equal((400, "at"), (refused.Status, refused.Field));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("2200-01-01")]
    [InlineData("2026-02-30")]
    [InlineData("2026-11-28T00:00:00Z")]
    public async Task Day_OfNoTimeOfOurs_IsRefused(string text) =>
        Assert.Equal("on", (await Assert.ThrowsAsync<MalformedRequestException>(() => ReadAsync($$"""{"on": "{{text}}"}"""))).Field);

    private static async Task<Body> ReadAsync(string json)
    {
        var http = new DefaultHttpContext
        {
            Request = { ContentType = "application/json", Body = new MemoryStream(Encoding.UTF8.GetBytes(json)) },
        };
        return await http.Request.ReadJsonAsync<Body>(CancellationToken.None);
    }
}
