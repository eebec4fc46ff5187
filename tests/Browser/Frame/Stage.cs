using System.Runtime.CompilerServices;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Alleviation.Tests.Browser.Frame;

/// <summary>
/// What all browser tests share: one browser, one service with demo data that no test changes, and one in which each test that changes
/// something has a place of its own. Each class takes it as its fixture, so that the classes run beside each other and beside other tests.
/// </summary>
public sealed class Stage : IAsyncLifetime
{
    /// <summary>BROWSER_TRACE=1: a failing test leaves a trace of its every step, too. It makes every step slower.</summary>
    internal static readonly bool IsTraced = Environment.GetEnvironmentVariable("BROWSER_TRACE") is "1";

    private static readonly Lazy<Task<DemoService>> Demo = new(DemoService.StartAsync);
    private static readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> Running = new(LaunchAsync);
    private (IPlaywright Playwright, IBrowser Browser)? _running;

    private (IPlaywright Playwright, IBrowser Browser) Started =>
        _running ?? throw new InvalidOperationException("The stage asks for its browser, which is not running.");

    /// <summary>A demo account: worker, office, physician, county, city, operator or auditor.</summary>
    public static async Task<Person> DemoAccountAsync(string userName) => (await Demo.Value).AccountOf(userName);

    /// <summary>
    /// Plays one test. Where it fails, the message says what every window showed, and each leaves a picture in TestResults/browser.
    /// </summary>
    public async Task PlayAsync(Func<Scene, Task> play, [CallerMemberName] string name = "", [CallerFilePath] string file = "")
    {
        await using var scene = new Scene(Started.Browser, $"{Path.GetFileNameWithoutExtension(file)}.{name}");
        try
        {
            await play(scene);
            scene.SawNoErrors();
        }
        catch (Exception fault)
        {
            throw new XunitException($"{fault.Message}{await scene.LeaveEvidenceAsync()}", fault);
        }
    }

    /// <summary>A browser that keeps what it has in a folder: it can be closed and opened again.</summary>
    /// <param name="arguments">Besides those of every browser.</param>
    public Task<IBrowserContext> OpenKeptAsync(
        string folder,
        BrowserTypeLaunchPersistentContextOptions options,
        params IEnumerable<string> arguments
    )
    {
        (options.ExecutablePath, options.Args) = (Chromium.Path, [.. Chromium.Arguments, .. arguments]);
        return Started.Playwright.Chromium.LaunchPersistentContextAsync(folder, options);
    }

    public async Task InitializeAsync()
    {
        SharedService.Enter();
        _running = await Running.Value;
    }

    public Task DisposeAsync() => SharedService.LeaveAsync();

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> LaunchAsync()
    {
        if (!File.Exists(Chromium.Path))
        {
            throw new InvalidOperationException(
                $"There is no browser at {Chromium.Path}: './test.sh' installs it, or "
                    + "'apt-get install chromium-headless-shell fonts-noto-cjk'."
            );
        }

        // Its driver ends with this process, and the browser with its driver.
        var playwright = await Playwright.CreateAsync();
        return (
            playwright,
            await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.ArgumentsForSeconds })
        );
    }
}
