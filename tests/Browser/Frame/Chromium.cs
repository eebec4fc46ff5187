namespace Alleviation.Tests.Browser.Frame;

/// <summary>Debian's browser, with nothing of its own going on in the background.</summary>
internal static class Chromium
{
    public static readonly string Path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    public static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--lang=zh-CN",
    ];
}
