using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.Imports.Households;

public sealed class LabelsTests
{
    private static readonly Labels Labels = new(new SeedFolder(), new CodeLists(new SeedFolder()));

    [Theory]
    [InlineData("relationship", "0", "户主", "本人", "本人或户主", "户主本人")]
    [InlineData("relationship", "1", "妻子", "丈夫", "配偶", "妻", "之妻")]
    [InlineData("relationship", "2", "儿子", "长子", "次子", "女婿", "子")]
    [InlineData("relationship", "3", "女儿", "长女", "儿媳", "女", "之女", "之儿媳")]
    [InlineData("relationship", "4", "孙子", "孙女", "外孙", "外孙女", "孙媳")]
    [InlineData("relationship", "5", "父亲", "母亲", "岳父", "婆婆", "父", "母")]
    [InlineData("relationship", "6", "祖父", "奶奶", "外婆")]
    [InlineData("relationship", "7", "兄", "妹妹", "嫂子", "弟媳")]
    [InlineData("relationship", "8", "侄子", "外甥女", "其他", "叔叔")]
    [InlineData("householdKind", "extremePoverty", "五保户", "特困", "特困供养户", "五保")]
    [InlineData("householdKind", "subsistenceAllowance", "低保户", "低保", "农村低保户")]
    [InlineData("povertyCause", "labour", "缺劳动力", "缺劳力", "劳动力不足")]
    [InlineData("conditions", "I63", "脑梗塞", "中风", "脑梗死", "脑卒中")]
    [InlineData("conditions", "N18", "尿毒症", "慢性肾衰竭")]
    [InlineData("conditions", "E11", "E11.9", "e11.65")]
    [InlineData("discipline", "publicHealth", "公卫", "公共卫生")]
    [InlineData("discipline", "generalPractice", "全科", "全科医学")]
    [InlineData("conditions", "I10", "高血压病", "高血压", "Ｉ１０", "hypertension")]
    public void OtherWords_MeanOneCode(string list, string code, params string[] words) =>
        Assert.All(words, word => Assert.Equal(code, Labels.CodeOf(list, word)));

    [Theory]
    [InlineData("conditions", "肺结核", "A15", "A16")]
    [InlineData("conditions", "糖尿病", "E11")]
    [InlineData("conditions", "肠癌", "C18", "C20")]
    [InlineData("relationship", "媳妇", "1", "3")]
    public void WordForSeveral_IsNoneOfThem_AndTellsTheChoices(string list, string word, params string[] choices)
    {
        Assert.Null(Labels.CodeOf(list, word));
        Assert.True(Labels.IsAmbiguous(list, word));
        Assert.Equal(choices, Labels.ChoicesFor(list, word));
    }

    [Fact]
    public void UnknownWord_MayBeAnyOfTheList() => Assert.Equal(9, Labels.ChoicesFor("relationship", "邻居").Count);

    [Theory]
    [InlineData("conditions", "无")]
    [InlineData("conditions", "健康")]
    [InlineData("conditions", "否")]
    [InlineData("phone", "无")]
    public void WordsForNothing_AreKnown(string column, string word) => Assert.True(Labels.IsNothing(column, word));
}
