namespace Alleviation.Tests.Browser.Frame;

/// <summary>Debian's browser, with nothing of its own going on in the background.</summary>
internal static class Chromium
{
    public static readonly string Path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    // Of this option the last one counts, so it has to say again what Playwright's has (its chromiumSwitches.ts).
    private static readonly string[] OffByPlaywright =
    [
        "AvoidUnnecessaryBeforeUnloadCheckSync",
        "DestroyProfileOnBrowserClose",
        "DialMediaRouteProvider",
        "GlobalMediaControls",
        "HttpsUpgrades",
        "LensOverlay",
        "MediaRouter",
        "PaintHolding",
        "ThirdPartyStoragePartitioning",
        "BlockOriginHeaderModificationOnRedirect",
        "AvoidCorsURLLoaderRestartOnRedirect",
        "Translate",
        "AutoDeElevate",
        "OptimizationHints",
        "NetworkTimeServiceQuerying",
        "AimEnabled",
    ];

    // The list below the address bar is a page, which the browser draws ahead for every window, though nobody sees an address bar: a second
    // of the processor for each, more than the window itself takes.
    private static readonly string[] Off = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"];

    public static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--lang=zh-CN",
        $"--disable-features={string.Join(',', [.. OffByPlaywright, .. Off])}",
    ];
}
