using Alleviation.Functions.Platform.Messages;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.Platform.Messages;

public sealed class LanguageTests
{
    [Theory]
    [InlineData(null, "zh-CN")]
    [InlineData("en", "en")]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN")]
    [InlineData("en;q=0.3, zh;q=0.7", "zh-CN")]
    [InlineData("fr, en;q=0.1", "en")]
    [InlineData("en;q=0", "zh-CN")]
    [InlineData("*", "zh-CN")]
    [InlineData("ÿ;;;=", "zh-CN")]
    public void AcceptLanguage_ChoosesTheLikedOne(string? header, string language)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = header;

        Assert.Equal(language, Language.Of(context.Request));
    }
}
