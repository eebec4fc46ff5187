using Alleviation.Functions.Households;

namespace Alleviation.Tests.Households;

public sealed class NameFormTests
{
    [Theory]
    [InlineData("张 三", "张三")]
    [InlineData("　张　三　", "张三")]
    [InlineData("艾力·买买提", "艾力•买买提")]
    [InlineData("艾力·买买提", "艾力・买买提")]
    [InlineData("艾力·买买提", "艾力．买买提")]
    [InlineData("ＬｉＳｉ", "lisi")]
    [InlineData("张\u200B三", "张三")]
    public void NamesThatPeopleTakeForTheSame_AreTheSame(string name, string otherName) => Assert.True(NameForm.IsSame(name, otherName));

    [Theory]
    [InlineData("张三丰", "张三", true)]
    [InlineData("张三丰", "三丰", true)]
    [InlineData("艾力·买买提", "买买提", true)]
    [InlineData("张三丰", "李", false)]
    [InlineData("张三丰", "", false)]
    public void PartOfAName_IsEnough(string name, string typed, bool matches) =>
        Assert.Equal(matches, NameForm.Matches(name, NameForm.Of(typed)));

    [Fact]
    public void HalfASurrogate_IsNoFault() => Assert.Equal("张\uFFFD", NameForm.Of("张\uD842"));
}
