using System.Text.RegularExpressions;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Alleviation.Tests.Browser.Print;

/// <summary>
/// A page as it comes out of the printer. It goes to TestResults/print, to be looked at (<c>pdftoppm -png</c>) after a change of a form.
/// </summary>
internal sealed class Paper
{
    // A4 in points, and what a browser rounds it to.
    private const double Width = 595.3;
    private const double Height = 841.9;
    private const double Rounding = 1.5;

    /// <summary>12 mm in points, the least that print.css has; a glyph may reach a little beyond what it takes up.</summary>
    private const double Margin = 12 / 25.4 * 72;
    private const double Overhang = 3;

    /// <summary>Of red, green and blue together, each at most 1: the lightest ink of the light theme is a third of it.</summary>
    private const double Lightest = 1.8;

    /// <summary>Pixels between the margins.</summary>
    private const int Inside = 703;

    private readonly string _name;
    private readonly IReadOnlyList<Page> _pages;

    private Paper(string name, byte[] pdf)
    {
        _name = name;
        _pages = [.. PdfDocument.Open(pdf).GetPages()];
        Sheets = [.. _pages.Select(page => Plain(string.Concat(page.Letters.Select(letter => letter.Value))))];
    }

    /// <summary>The text of each sheet, without blanks.</summary>
    public IReadOnlyList<string> Sheets { get; }

    public string Text => string.Concat(Sheets);

    /// <summary>Prints a page as it stands, and sees to what holds for every printed page.</summary>
    public static async Task<Paper> PrintAsync(Window window, string name)
    {
        var page = window.Page;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await FitsAsync(page, name);
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        var folder = Directory.CreateDirectory(Repository.PathOf("TestResults", "print"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}.pdf"), pdf);
        var paper = new Paper(name, pdf);
        paper.IsA4();
        // One place alone may be called as its page is.
        paper.HasNothing([.. await page.Locator(".side:has(a + a, li + li), header.bar").AllTextContentsAsync()]);
        return paper;
    }

    public void Says(params IEnumerable<string> texts)
    {
        var missing = texts.Where(text => !Has(text)).ToList();
        Assert.True(missing.Count == 0, $"{_name} does not say on paper: {string.Join(" | ", missing)}. It says: {Text}");
    }

    public void HasNothing(params IEnumerable<string> texts)
    {
        var there = texts.Where(text => Plain(text).Length > 0 && Has(text)).ToList();
        Assert.True(there.Count == 0, $"{_name} says on paper: {string.Join(" | ", there)}");
    }

    /// <summary>
    /// The photographs, by how wide their files are: each once and whole on one sheet, not across two, and within the margins.
    /// </summary>
    public void ShowsPictures(params int[] widths)
    {
        var shown = _pages.SelectMany(page => page.GetImages()).Where(image => widths.Contains(image.WidthInSamples)).ToList();
        Assert.Equal(widths.Order(), shown.Select(image => image.WidthInSamples).Order());
        Assert.All(
            shown.Select(image => image.BoundingBox),
            box =>
            {
                Assert.InRange(box.Left, Margin - Overhang, Width - Margin);
                Assert.InRange(box.Right, Margin, Width - Margin + Overhang);
                Assert.InRange(box.Bottom, Margin - Overhang, Height - Margin);
                Assert.InRange(box.Top, Margin, Height - Margin + Overhang);
                // Large enough that something is seen on it.
                Assert.True(
                    Math.Max(box.Width, box.Height) > 5 / 2.54 * 72,
                    $"{_name} has a picture of {box.Width} by {box.Height} points."
                );
            }
        );
    }

    /// <summary>Whatever the screen is: nothing is written in the light ink of the dark theme.</summary>
    public void IsDarkOnWhite()
    {
        var light = _pages
            .SelectMany(page => page.Letters)
            .Where(letter => letter.Value.Trim().Length > 0)
            .Where(letter => letter.Color.ToRGBValues() is var (red, green, blue) && red + green + blue > Lightest)
            .Select(letter => letter.Value);
        Assert.Empty(light);
    }

    private void IsA4()
    {
        Assert.NotEmpty(_pages);
        Assert.All(
            _pages,
            page =>
            {
                Assert.InRange(page.Width, Width - Rounding, Width + Rounding);
                Assert.InRange(page.Height, Height - Rounding, Height + Rounding);
                var letters = page.Letters.Where(letter => letter.Value.Trim().Length > 0).ToList();
                Assert.NotEmpty(letters);
                Assert.True(letters.Min(letter => letter.BoundingBox.Left) >= Margin - Overhang, $"{_name} begins in the margin.");
                Assert.True(letters.Max(letter => letter.BoundingBox.Right) <= Width - Margin + Overhang, $"{_name} ends in the margin.");
            }
        );
    }

    /// <summary>What is wider than the paper is cut off by the printer, and would not be in the document at all.</summary>
    private static async Task FitsAsync(IPage page, string name)
    {
        var size = page.ViewportSize!;
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(Inside, size.Height);
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main *')]
              .filter((element) => element.checkVisibility() && getComputedStyle(element).clipPath === 'none')
              .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
              .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
            """
        );
        await page.EmulateMediaAsync(new() { Media = Media.Null });
        await page.SetViewportSizeAsync(size.Width, size.Height);
        // A list draws other rows in another window: it is printed when it has drawn them.
        await page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        Assert.True(wide.Length == 0, $"{name} is wider than the paper: {string.Join(", ", wide.Take(5))}");
    }

    private bool Has(string text) => Text.Contains(Plain(text), StringComparison.Ordinal);

    /// <summary>Without blanks: a line ends anywhere.</summary>
    private static string Plain(string text) => Regex.Replace(Radicals.Replace(text), @"\s+", "");
}
