namespace Alleviation.Tests.Browser.Frame;

/// <summary>
/// Debian's browser without the window around its pages, which takes half of the processor time of one that has it; the whole one where
/// there is no other. CHROMIUM names another.
/// </summary>
internal static class Chromium
{
    private const string WithoutWindow = "/usr/bin/chromium-headless-shell";

    public static readonly string Path =
        Environment.GetEnvironmentVariable("CHROMIUM") ?? (File.Exists(WithoutWindow) ? WithoutWindow : "/usr/bin/chromium");

    // Nothing of its own goes on in the background.
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

    /// <summary>For windows that live for seconds, in which no script is worth compiling a second and a third time.</summary>
    public static readonly string[] ArgumentsForSeconds = [.. Arguments, "--js-flags=--no-opt --no-maglev"];
}
