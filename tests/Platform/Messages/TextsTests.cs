using System.Text.RegularExpressions;
using Alleviation.Functions.Platform.Messages;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Platform.Messages;

public sealed partial class TextsTests
{
    [Fact]
    public void BothLanguages_HaveTheSameCodes() =>
        Assert.Equal(
            Texts.In(Language.Chinese).Keys.Order(StringComparer.Ordinal),
            Texts.In(Language.English).Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void EachCodeInTheSource_HasItsTexts()
    {
        var codes = Directory
            .EnumerateFiles(Repository.PathOf("functions"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(path => Code().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups["code"].Value)
            .Distinct()
            .ToList();

        Assert.Contains("invalid", codes);
        Assert.DoesNotContain(codes, code => !Texts.In(Language.Chinese).ContainsKey(code));
    }

    [Fact]
    public void BothLanguages_TakeTheSameArguments() =>
        Assert.All(
            Texts.In(Language.Chinese),
            text => Assert.Equal(ArgumentsOf(text.Value), ArgumentsOf(Texts.In(Language.English)[text.Key]))
        );

    [Fact]
    public void UnknownCode_IsItsOwnText() => Assert.Equal("no-such-code", Texts.Of("no-such-code", Language.English));

    [Fact]
    public void Arguments_AreFilledIn() => Assert.Equal("At most 64 characters.", Texts.Of("too-long", Language.English, 64));

    private static IEnumerable<string> ArgumentsOf(string template) =>
        Argument().Matches(template).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(
        """(?:new FieldError\([^,()]*(?:\([^)]*\))?[^,()]*,\s*|Answers\.Conflict\(|Answers\.Problem\([\w.]+,\s*|"""
            + """new ProblemAnswer\([\w.]+,\s*|new MalformedRequestException\([\w.]+,\s*|"""
            + """new\([\w.]*Status4\w+,\s*)"(?<code>[a-z][a-z0-9-]*)"""
    )]
    private static partial Regex Code();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Argument();
}
