using Alleviation.Tests.Support;
using Microsoft.Playwright;

namespace Alleviation.Tests.Browser.Frame;

/// <summary>
/// axe-core, put into the page by the browser itself, so that the content security policy stays as it is. It loads no style sheets anew
/// (<c>preload</c>): of these rules none reads them, and no page plays a sound or a film by itself.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async () => {
          const runOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
          const { violations } = await axe.run(document, { preload: false, resultTypes: ['violations'], runOnly })
          const summary = (node) => `${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`
          return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} (${rule.impact}): ${summary(node)}`))
        }
        """;

    private static readonly Lazy<string> Script = new(() =>
        File.ReadAllText(Repository.PathOf("web", "node_modules", "axe-core", "axe.min.js"))
    );

    public static async Task FindsNothingAsync(IPage page, string pageName)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync($"{Script.Value}; 0");
        }
        var violations = await page.EvaluateAsync<string[]>(Run);
        Assert.True(
            violations.Length == 0,
            $"{pageName} breaks WCAG 2.2 AA:{Environment.NewLine}{string.Join(Environment.NewLine, violations)}"
        );
    }
}
