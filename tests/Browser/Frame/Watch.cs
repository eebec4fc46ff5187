using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Alleviation.Tests.Browser.Frame;

/// <summary>Hears every error of a page: what its scripts throw, what the console says, what the content security policy stops.</summary>
public sealed class Watch
{
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly List<string> _expected = [];

    internal Watch(IPage page)
    {
        page.PageError += (_, error) => _errors.Enqueue($"thrown: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsAnswerOfTheService(message))
            {
                _errors.Enqueue($"console: {message.Text} ({message.Location})");
            }
        };
    }

    /// <summary>An error that this test brings about.</summary>
    public void Expects(string part) => _expected.Add(part);

    public void SawNoErrors()
    {
        var seen = _errors.Where(error => !_expected.Exists(part => error.Contains(part, StringComparison.Ordinal))).ToList();
        Assert.True(seen.Count == 0, string.Join(Environment.NewLine, seen));
    }

    // The browser reports each refusal (401, 404, 409 …) and each call without network; the page has to deal with them, and a test sees
    // how.
    private static bool IsAnswerOfTheService(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
        && (
            message.Text.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal)
            || (
                message.Text.Contains("status of 4", StringComparison.Ordinal)
                && message.Location.Contains("/api/", StringComparison.Ordinal)
            )
        );
}
