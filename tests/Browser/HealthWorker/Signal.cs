using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>What a phone must have before it may lose the signal.</summary>
internal static class Signal
{
    /// <summary>The program is kept on the phone.</summary>
    public static Task IsReadyForNoSignalAsync(this Window window) =>
        window.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => undefined)");

    /// <summary>Code lists and villages are kept: the first page that needs them was shown.</summary>
    public static async Task HasTheListsAsync(this Window window, string village)
    {
        await window.FollowsAsync("入户建档");
        await window
            .Page.Locator($"select[aria-label^='村'] option[value='{village}']")
            .WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await window.FollowsAsync("我的农户");
    }
}
