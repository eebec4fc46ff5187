using Alleviation.Functions.Access;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.Access;

public sealed class CallerTests
{
    [Theory]
    [InlineData("4414", "441402", true)]
    [InlineData("4414", "441402001003", true)]
    [InlineData("441402", "441402", true)]
    [InlineData("441402001", "441402", false)]
    [InlineData("441402", "441403001", false)]
    [InlineData("4414", "44140200", false)]
    [InlineData("44140", "441402", false)]
    [InlineData("", "441402", false)]
    [InlineData("4414", "", false)]
    [InlineData("4414", "4414ab", false)]
    public void Region_CoversWhatLiesInIt(string region, string code, bool covers) => Assert.Equal(covers, Some([region]).Covers(code));

    [Fact]
    public void NoRegions_CoverNothing() => Assert.False(Some([]).Covers("441402"));

    [Fact]
    public void Printed_ACallerIsOnlyAnId() => Assert.Equal("a1", $"{Some(["4414"])}");

    [Fact]
    public void OpenFunction_HasNoCaller() => Assert.Throws<InvalidOperationException>(() => new DefaultHttpContext().Request.Caller());

    [Theory]
    [InlineData("%E5%A4%8D%E6%9F%A5%E4%B8%AA%E6%A1%88", "复查个案")]
    [InlineData("  follow-up ", "follow-up")]
    [InlineData("", null)]
    [InlineData("%20", null)]
    [InlineData("a%0Ab", null)]
    [InlineData("100%", "100%")]
    public void Reason_IsReadFromItsHeader(string header, string? reason)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers[AuditNote.ReasonHeader] = header;

        Assert.Equal(reason, request.AccessReason());
    }

    [Theory]
    [InlineData("0a1b2c3d", true)]
    [InlineData("44140200100100001", true)]
    [InlineData("44142119991231001X", false)]
    [InlineData("441421199912310010", false)]
    [InlineData("household:13800000000", false)]
    [InlineData("0a13800000000b441421199912310010cd", true)]
    [InlineData("示例", false)]
    [InlineData("", false)]
    public void Subject_IsAnIdThatNamesNobody(string subject, bool isOne) => Assert.Equal(isOne, AuditNote.IsSubject(subject));

    private static Caller Some(IReadOnlyList<string> regions) => new("a1", Role.Official, regions, null, "示例");
}
