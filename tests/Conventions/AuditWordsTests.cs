using System.Reflection;
using System.Text.Json.Nodes;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

public sealed class AuditWordsTests
{
    [Theory, InlineData("zh-CN"), InlineData("en")]
    public void EveryAction_HasItsWords(string language)
    {
        var words = JsonNode.Parse(File.ReadAllText(Repository.PathOf("web", "src", "desks", "auditor", $"{language}.json")))!["actions"]!;
        var actions = typeof(AuditedAttribute)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<AuditedAttribute>()?.Action.Replace('.', '_'))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        Assert.Equal(actions, words.AsObject().Select(word => word.Key).Order(StringComparer.Ordinal));
        Assert.All(words.AsObject(), word => Assert.False(string.IsNullOrWhiteSpace((string?)word.Value), word.Key));
    }
}
