using Microsoft.Playwright;

namespace Alleviation.Tests.Browser.Frame;

/// <summary>What somebody holds or sits at.</summary>
public sealed record Screen(int Width, int Height, bool IsTouch)
{
    public static readonly Screen Phone = new(360, 740, IsTouch: true);
    public static readonly Screen Tablet = new(768, 1024, IsTouch: true);
    public static readonly Screen Desktop = new(1440, 900, IsTouch: false);

    /// <param name="keepsTheProgram">For use without signal. Keeping it is work for the machine, which other tests spare it.</param>
    public BrowserNewContextOptions Options(Uri service, bool keepsTheProgram) =>
        new()
        {
            BaseURL = service.ToString(),
            ViewportSize = new() { Width = Width, Height = Height },
            HasTouch = IsTouch,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = keepsTheProgram ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        };

    /// <summary>The same for a browser that is closed and opened again.</summary>
    public BrowserTypeLaunchPersistentContextOptions KeptOptions(Uri service) =>
        new()
        {
            BaseURL = service.ToString(),
            ViewportSize = new() { Width = Width, Height = Height },
            HasTouch = IsTouch,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
        };
}
