using System.Globalization;
using Alleviation.Tests.Support;
using Microsoft.Playwright;

namespace Alleviation.Tests.Browser.Frame;

/// <summary>
/// What every page keeps to, as it is shown at the moment: nothing sticks out at 360, 768 and 1440 px, WCAG 2.2 AA holds on the phone in
/// light and on the desktop in dark colours. With SCREENS=1 pictures of both go to TestResults/screens, to be looked at: drawing a whole
/// page takes longer than all the rest.
/// </summary>
internal static class Bars
{
    private static readonly (Screen Screen, ColorScheme Colours, bool IsLookedAt)[] Looks =
    [
        (Screen.Phone, ColorScheme.Light, true),
        (Screen.Tablet, ColorScheme.Light, false),
        (Screen.Desktop, ColorScheme.Dark, true),
    ];

    private static readonly bool HasPictures = Environment.GetEnvironmentVariable("SCREENS") is "1";

    private const string IsShown =
        "(isDark) => document.documentElement.classList.contains('dark') === isDark && "
        + "document.getAnimations().every((animation) => animation.playState !== 'running' "
        + "|| one.effect.getComputedTiming().iterations === Infinity)";

    public static async Task HoldAsync(IPage page, string name)
    {
        var size = page.ViewportSize!;
        foreach (var (screen, colours, isLookedAt) in Looks)
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            // The page hears of it a moment later, and colours may glide: what is between the two is no look of it.
            await page.WaitForFunctionAsync(IsShown, colours is ColorScheme.Dark);
            // From its top: a page that typing has scrolled has some of it under the bar that stays.
            await page.EvaluateAsync("() => window.scrollTo(0, 0)");
            await FitsAsync(page, name, screen);
            if (!isLookedAt)
            {
                continue;
            }
            await Axe.FindsNothingAsync(page, $"{name} at {screen.Width} px");
            if (!HasPictures)
            {
                continue;
            }
            var file = string.Create(CultureInfo.InvariantCulture, $"{name}-{screen.Width}.png");
            await page.ScreenshotAsync(new() { Path = Repository.PathOf("TestResults", "screens", file), FullPage = true });
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    private static async Task FitsAsync(IPage page, string name, Screen screen)
    {
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => document.scrollingElement.scrollWidth <= window.innerWidth ? [] : [...document.querySelectorAll('body *')]
              .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
              .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
            """
        );
        Assert.True(wide.Length == 0, $"{name} at {screen.Width} px scrolls sideways: {string.Join(", ", wide.Take(5))}");
    }
}
