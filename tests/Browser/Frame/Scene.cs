using Alleviation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Alleviation.Tests.Browser.Frame;

/// <summary>One test and the windows that are open in it, each a browser of its own without a past.</summary>
public sealed class Scene(IBrowser browser, string name) : IAsyncDisposable
{
    private readonly List<Window> _windows = [];
    private readonly List<AppUnderTest> _services = [];

    /// <summary>A township of this test's own in the service that the tests share.</summary>
    public Task<Place> HasPlaceAsync() => SharedService.NextPlaceAsync();

    /// <summary>
    /// A service of this test's own, where a place is not enough. It outlives the windows: a page that looks again at the very end is
    /// still answered.
    /// </summary>
    public async Task<AppUnderTest> StartServiceAsync(
        RunningClock? clock = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null
    )
    {
        var service = await WebService.StartAsync(clock, settings, services);
        _services.Add(service);
        return service;
    }

    /// <summary>A window that asks for the sign-in.</summary>
    /// <param name="path">The page that is opened, as by a link from elsewhere.</param>
    public async Task<Window> OpensAsync(
        Uri service,
        Screen screen,
        string language = "zh-CN",
        bool keepsTheProgram = false,
        string path = "/"
    )
    {
        var window = await ShowAsync(await browser.NewContextAsync(screen.Options(service, keepsTheProgram)), language);
        await window.Page.GotoAsync(path);
        return window;
    }

    /// <summary>A window of somebody signed in.</summary>
    /// <param name="path">The page that is opened; otherwise it is the first of the desk.</param>
    public async Task<Window> SignsInAsync(
        Person person,
        Screen screen,
        string language = "zh-CN",
        bool keepsTheProgram = false,
        string path = "/"
    )
    {
        var window = await OpensAsync(person.Service, screen, language, keepsTheProgram, path);
        await window.SignInAsync(person);
        return window;
    }

    /// <summary>The same for a demo account of the shared service, which no test changes.</summary>
    public async Task<Window> SignsInAsync(string demoAccount, Screen screen, string language = "zh-CN", string path = "/") =>
        await SignsInAsync(await Stage.DemoAccountAsync(demoAccount), screen, language, path: path);

    /// <summary>A window in a context that was made elsewhere.</summary>
    public async Task<Window> ShowAsync(IBrowserContext context, string language = "zh-CN")
    {
        if (Stage.IsTraced)
        {
            await context.Tracing.StartAsync(
                new()
                {
                    Snapshots = true,
                    Screenshots = false,
                    Sources = false,
                }
            );
        }
        var window = await Window.OpenAsync(context, language);
        _windows.Add(window);
        return window;
    }

    /// <summary>A second window of the same browser, at the sign-in page.</summary>
    public async Task<Window> OpensAnotherAsync(Window window)
    {
        var another = await window.OpenAnotherAsync();
        _windows.Add(another);
        await another.Page.GotoAsync("/");
        return another;
    }

    public void SawNoErrors()
    {
        foreach (var window in _windows)
        {
            window.Watch.SawNoErrors();
        }
    }

    /// <returns>A line for each window: its address, and the beginning of what it shows.</returns>
    public async Task<string> LeaveEvidenceAsync()
    {
        var lines = new List<string> { "" };
        for (var index = 0; index < _windows.Count; index++)
        {
            var path = Repository.PathOf("TestResults", "browser", $"{name}-{index + 1}");
            lines.Add($"Window {index + 1}: {await _windows[index].LeaveEvidenceAsync(path)}");
        }
        return string.Join(Environment.NewLine, lines);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows)
        {
            await window.CloseAsync();
        }
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }
    }
}
