using System.Text.Json;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.Platform.Http;

public sealed class AnswersTests
{
    [Fact]
    public async Task Invalid_NamesEachFieldInTheCallersLanguage()
    {
        var answer = Answers.Invalid([new FieldError("members[2].idNumber", "required"), new FieldError("name", "too-long", 64)]);

        var (context, body) = await SendAsync(answer, "en");

        Assert.Equal(
            (422, "application/problem+json", "en"),
            (context.Response.StatusCode, context.Response.ContentType, context.Response.Headers.ContentLanguage.ToString())
        );
        Assert.Equal("invalid", body.GetProperty("code").GetString());
        var errors = body.GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal("members[2].idNumber", errors[0].GetProperty("field").GetString());
        Assert.Equal("required", errors[0].GetProperty("code").GetString());
        Assert.Equal("At most 64 characters.", errors[1].GetProperty("message").GetString());
    }

    [Fact]
    public async Task NotFound_IsSaidInChineseByDefault()
    {
        var (context, body) = await SendAsync(Answers.NotFound(), null);

        Assert.Equal("zh-CN", context.Response.Headers.ContentLanguage.ToString());
        Assert.Equal("未找到。", body.GetProperty("title").GetString());
        Assert.Equal(404, body.GetProperty("status").GetInt32());
        Assert.Equal(context.TraceId(), body.GetProperty("traceId").GetString());
        Assert.False(body.TryGetProperty("errors", out _));
        Assert.False(body.TryGetProperty("current", out _));
    }

    [Theory]
    [InlineData(409)]
    [InlineData(412)]
    public async Task ConflictAndPreconditionFailed_CarryTheCurrentState(int status)
    {
        var current = new
        {
            Id = "h1",
            Version = 4,
            Note = (string?)null,
        };

        var (_, body) = await SendAsync(
            status is 409 ? Answers.Conflict("own-account", current) : Answers.PreconditionFailed(current),
            "en"
        );

        Assert.Equal(status, body.GetProperty("status").GetInt32());
        Assert.Equal("""{"id":"h1","version":4}""", body.GetProperty("current").GetRawText());
    }

    private static async Task<(HttpContext Context, JsonElement Body)> SendAsync(IResult answer, string? language)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = language;
        context.Response.Body = new MemoryStream();
        await answer.ExecuteAsync(context);
        context.Response.Body.Position = 0;
        return (context, JsonDocument.Parse(context.Response.Body).RootElement);
    }
}
