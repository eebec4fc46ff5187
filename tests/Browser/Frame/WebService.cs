using Alleviation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Tests.Browser.Frame;

/// <summary>A service that shows the web app as it was built last, and whose clock runs with the browser's.</summary>
public static class WebService
{
    public static readonly string WebRoot = Repository.PathOf("functions", "wwwroot");

    public static Task<AppUnderTest> StartAsync(
        RunningClock? clock = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null,
        string? keyFile = null
    )
    {
        if (!File.Exists(Path.Combine(WebRoot, "index.html")))
        {
            throw new InvalidOperationException("The web app is not built: 'npm run build' in web/, or ./test.sh.");
        }
        var all = new Dictionary<string, string?> { ["WebApp:Folder"] = WebRoot };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            all[name] = value;
        }
        return AppUnderTest.StartAsync(clock ?? new RunningClock(), keyFile: keyFile, settings: all, services: services);
    }
}
