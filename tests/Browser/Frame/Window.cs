using System.Text.RegularExpressions;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Frame;

/// <summary>A page in a browser, and what somebody does in it that every test needs.</summary>
public sealed class Window
{
    private const float Patience = 15_000;

    /// <summary>Characters of a page that a failing test shows.</summary>
    private const int Glimpse = 400;

    private Window(IBrowserContext context, IPage page) => (Context, Page, Watch) = (context, page, new Watch(page));

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public Watch Watch { get; }

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    internal static async Task<Window> OpenAsync(IBrowserContext context, string language)
    {
        context.SetDefaultTimeout(Patience);
        SetDefaultExpectTimeout(Patience);
        await context.AddInitScriptAsync($"if (!localStorage.getItem('language')) localStorage.setItem('language', '{language}')");
        return new Window(context, context.Pages.Count > 0 ? context.Pages[0] : await context.NewPageAsync());
    }

    internal async Task<Window> OpenAnotherAsync() => new(Context, await Context.NewPageAsync());

    public async Task SignInAsync(Person person)
    {
        await Page.Locator("input[name=username]").FillAsync(person.UserName);
        await Page.Locator("input[name=password]").FillAsync(person.Password);
        await Page.Locator("input[name=password]").PressAsync("Enter");
        await Expect(Page.Locator("header.bar")).ToBeVisibleAsync();
        await Expect(Heading).ToBeVisibleAsync();
    }

    /// <summary>Opens a page by its address, as a link from elsewhere would.</summary>
    public async Task GoesToAsync(string path)
    {
        await Page.GotoAsync(path);
        await Expect(Heading).ToBeVisibleAsync();
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>The rows of a worklist: of a table, or on a phone of a list.</summary>
    /// <param name="urgency">Those that say so only.</param>
    public ILocator WorklistRows(string? urgency = null) =>
        Page.Locator("main tbody tr:not(.space), main a.line").Filter(new() { HasText = urgency ?? "" });

    /// <summary>
    /// Follows a link to another page, so that what is done next is done there: until that page is shown, the one before it may have
    /// a line for the same person.
    /// </summary>
    public async Task FollowsAsync(ILocator link)
    {
        var before = Page.Url;
        await link.ClickAsync();
        await Expect(Page).Not.ToHaveURLAsync(before);
    }

    /// <inheritdoc cref="FollowsAsync(ILocator)"/>
    public Task FollowsAsync(string name) => FollowsAsync(Link(name).First);

    /// <summary>A way that a member's page keeps behind its button, opened by the keyboard.</summary>
    public async Task FollowsFromMoreAsync(string name)
    {
        await OpensMoreAsync();
        await FollowsAsync(Page.Locator("details.more").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }));
    }

    public async Task OpensMoreAsync()
    {
        await Page.Locator("details.more > summary").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>A field by its label, with or without the star of what must be filled in.</summary>
    public ILocator Field(string label) => Page.GetByLabel(new Regex($@"^\s*{Regex.Escape(label)}(\s*\*)?\s*$"));

    /// <summary>From now on it is counted what somebody does here: see <see cref="StepCounter"/>.</summary>
    public Task CountsStepsAsync() => StepCounter.BeginAsync(Context, Page);

    /// <returns>How many steps there were since they are counted.</returns>
    public Task<int> StepsAsync() => StepCounter.ReadAsync(Page);

    public Task GoesOfflineAsync() => Context.SetOfflineAsync(true);

    public Task GoesOnlineAsync() => Context.SetOfflineAsync(false);

    /// <summary>What every page keeps to, shown as it is now: see <see cref="Bars"/>.</summary>
    /// <param name="name">The page's name, as in <c>healthWorker-households</c>: that of its pictures.</param>
    public Task KeepsTheBarsAsync(string name) => Bars.HoldAsync(Page, name);

    /// <returns>The page's address, and the beginning of what it shows.</returns>
    internal async Task<string> LeaveEvidenceAsync(string path)
    {
        if (Page.IsClosed)
        {
            return "closed";
        }
        await Page.ScreenshotAsync(new() { Path = $"{path}.png", FullPage = true });
        if (Stage.IsTraced)
        {
            await Context.Tracing.StopAsync(new() { Path = $"{path}.zip" });
        }
        var text = Regex.Replace(await Page.Locator("body").InnerTextAsync(), @"\s+", " ");
        return $"{new Uri(Page.Url).AbsolutePath} {text[..Math.Min(text.Length, Glimpse)]}";
    }

    internal Task CloseAsync() => Context.CloseAsync();
}
