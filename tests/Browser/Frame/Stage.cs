using System.Runtime.CompilerServices;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Alleviation.Tests.Browser.Frame;

/// <summary>What all browser tests share: one browser, and one service with demo data that no test changes.</summary>
public sealed class Stage : IAsyncLifetime
{
    public const string Name = "browser";

    /// <summary>BROWSER_TRACE=1: a failing test leaves a trace of its every step, too. It makes every step slower.</summary>
    internal static readonly bool IsTraced = Environment.GetEnvironmentVariable("BROWSER_TRACE") is "1";

    private readonly Lazy<Task<DemoService>> _demo = new(DemoService.StartAsync);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A demo account: worker, office, physician, county, city, operator or auditor.</summary>
    public async Task<Person> DemoAccountAsync(string userName) => (await _demo.Value).AccountOf(userName);

    /// <summary>Plays one test. Where it fails, the message says what every window showed, and each leaves a picture in TestResults/browser.</summary>
    public async Task PlayAsync(Func<Scene, Task> play, [CallerMemberName] string name = "", [CallerFilePath] string file = "")
    {
        await using var scene = new Scene(this, _browser!, $"{Path.GetFileNameWithoutExtension(file)}.{name}");
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
    public Task<IBrowserContext> OpenKeptAsync(string folder, BrowserTypeLaunchPersistentContextOptions options, params IEnumerable<string> arguments)
    {
        (options.ExecutablePath, options.Args) = (Chromium.Path, [.. Chromium.Arguments, .. arguments]);
        return _playwright!.Chromium.LaunchPersistentContextAsync(folder, options);
    }

    public async Task InitializeAsync()
    {
        if (!File.Exists(Chromium.Path)) { throw new InvalidOperationException($"There is no browser at {Chromium.Path}: './test.sh' installs it, or 'apt-get install chromium fonts-noto-cjk'."); }
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) { await _browser.CloseAsync(); }
        _playwright?.Dispose();
        if (_demo.IsValueCreated) { await (await _demo.Value).DisposeAsync(); }
    }
}

/// <summary>One after the other, and none beside other tests: a browser needs the machine for itself to be quick.</summary>
[CollectionDefinition(Stage.Name, DisableParallelization = true)]
public sealed class StageCollection : ICollectionFixture<Stage>;
