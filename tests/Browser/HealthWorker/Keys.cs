using Alleviation.Tests.Browser.Frame;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>Somebody without a mouse: goes with Tab to what is called so, and must see where it is.</summary>
internal sealed class Keys(Window window)
{
    private const int MaxSteps = 60;

    private const string Called = """
        () => {
          const element = document.activeElement
          const label = element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent
          const style = getComputedStyle(element)
          return [label.trim(), style.outlineStyle !== 'none' || style.boxShadow !== 'none' ? 'seen' : 'unseen']
        }
        """;

    public async Task ToAsync(string name)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            await PressAsync("Tab");
            var called = await window.Page.EvaluateAsync<string[]>(Called);
            if (!called[0].StartsWith(name, StringComparison.Ordinal))
            {
                continue;
            }
            Assert.True(called[1] == "seen", $"'{name}' does not show that it has the focus.");
            return;
        }

        Assert.Fail($"'{name}' cannot be reached with Tab.");
    }

    public Task PressAsync(string key) => window.Page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => window.Page.Keyboard.InsertTextAsync(text);
}
