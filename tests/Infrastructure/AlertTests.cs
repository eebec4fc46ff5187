using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Alleviation.Tests.Infrastructure;

public sealed partial class AlertTests
{
    private const string Rules = "Microsoft.Insights/scheduledQueryRules";

    /// <summary>The figures of the service's meter, by name, with the attribute that tells them apart.</summary>
    private static readonly Dictionary<string, string?> Figures = new()
    {
        ["alleviation.accept.duration"] = null,
        ["alleviation.stage.duration"] = "stage",
        ["alleviation.queue.oldest_message.age"] = "queue",
        ["alleviation.poison_messages.open"] = null,
        ["alleviation.coverage.age"] = null,
        ["alleviation.storage.calls"] = "kind",
        ["alleviation.http.server_errors"] = null,
    };

    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task TheAlerts_AreThoseOfTheReadme(string parameters)
    {
        var deployment = await Deployment.OfAsync(parameters);
        var prefix = $"{deployment.The("Microsoft.Resources/resourceGroups").Name}-";

        var rules = deployment.Of(Rules).Select(rule => (Name: rule.Name[prefix.Length..], Severity: rule.Text("severity")!));

        var listed = Source.Table(Source.Readme, "## Alerts").Select(row => (Name: row[0].Trim('`'), Severity: row[1]));
        Assert.Equal(listed.Order(), rules.Order());
    }

    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task EachAlert_WritesToTheOperators(string parameters)
    {
        var deployment = await Deployment.OfAsync(parameters);
        var group = deployment.The("Microsoft.Insights/actionGroups");

        Assert.Equal("operators@example.org", group.Properties["emailReceivers"]![0]!["emailAddress"]!.GetValue<string>());
        Assert.All(
            deployment.Of(Rules),
            rule => Assert.Equal(group.Id, rule.Properties["actions"]!["actionGroups"]![0]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task EachFigure_IsShownAndIsOneOfTheService()
    {
        var queries = await QueriesAsync();

        var named = queries.SelectMany(query => Figure().Matches(query).Select(match => match.Value)).ToHashSet();

        Assert.Equal(Figures.Keys.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EachAttribute_BelongsToItsFigure()
    {
        var asked = (await QueriesAsync()).Where(query => query.Contains("Properties.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, query => Assert.Equal(Figures[Figure().Match(query).Value], Attribute().Match(query).Groups[1].Value));
    }

    [Theory]
    [InlineData("test", 1)]
    [InlineData("production", 1)]
    [InlineData("test-china", 0)]
    [InlineData("production-china", 0)]
    public async Task ABudget_IsKeptWhereThereAreBudgets(string parameters, int budgets) =>
        Assert.Equal(budgets, (await Deployment.OfAsync(parameters)).Of("Microsoft.Consumption/budgets").Count());

    private static async Task<List<string>> QueriesAsync()
    {
        var deployment = await Deployment.OfAsync("production");
        var workbook = JsonNode.Parse(deployment.The("Microsoft.Insights/workbooks").Text("serializedData")!)!;
        var workspace = deployment.The("Microsoft.OperationalInsights/workspaces");
        Assert.Equal(workspace.Id, workbook["fallbackResourceIds"]![0]!.GetValue<string>());
        return
        [
            .. deployment.Of(Rules).Select(rule => rule.Properties["criteria"]!["allOf"]![0]!["query"]!.GetValue<string>()),
            .. workbook["items"]!.AsArray().Select(item => item!["content"]!["query"]?.GetValue<string>()).OfType<string>(),
        ];
    }

    [GeneratedRegex(@"\balleviation\.[a-z_.]+")]
    private static partial Regex Figure();

    [GeneratedRegex(@"Properties\.(\w+)")]
    private static partial Regex Attribute();
}
