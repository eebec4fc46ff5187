using System.Globalization;
using System.Text.RegularExpressions;
using Alleviation.Tests.Browser.Frame;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

/// <summary>The bar at the foot of a phone, whose words differ in length with the language and are wider where somebody is.</summary>
public sealed class NavigationTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly int[] Widths = [360, 320];

    /// <summary>What of the bar is cut, overlaps its neighbour, or is broken within a word; nothing where all is well.</summary>
    private const string Faults = """
        () => {
          const bar = document.querySelector('nav.navigation')
          const places = [...bar.querySelectorAll('.place')].filter((place) => place.offsetWidth > 0)
          const box = (element) => element.getBoundingClientRect()
          const lines = (text) => {
            const range = document.createRange()
            range.selectNodeContents(text)
            return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
          }
          return [
            ...(bar.scrollWidth > bar.clientWidth ? ['the bar scrolls sideways'] : []),
            ...(document.scrollingElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []),
            ...places.flatMap((place, index) => {
              const word = place.querySelector('span')
              const [{ left, right, bottom }, own] = [box(word), box(place)]
              const next = places[index + 1]
              return [
                ...(left < own.left || right > own.right || bottom > own.bottom || right > innerWidth ? ['is cut'] : []),
                ...(next && right > box(next.querySelector('span')).left ? ['runs into the next'] : []),
                ...(lines(word) > word.textContent.trim().split(/\s+/).length ? ['is broken within a word'] : []),
              ].map((fault) => `${word.textContent} ${fault}`)
            }),
          ]
        }
        """;

    [Theory]
    [InlineData("worker", "zh-CN")]
    [InlineData("worker", "en")]
    [InlineData("physician", "zh-CN")]
    [InlineData("physician", "en")]
    [InlineData("county", "zh-CN")]
    [InlineData("county", "en")]
    [InlineData("operator", "zh-CN")]
    [InlineData("operator", "en")]
    [InlineData("auditor", "zh-CN")]
    [InlineData("auditor", "en")]
    public Task Bar_OnANarrowPhone_ShowsEveryWordWhole(string account, string language) =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync(account, Screen.Phone, language);
            await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            var places = window.Page.Locator("nav.navigation .place:visible");
            for (var index = 0; index < await places.CountAsync(); index++)
            {
                await places.Nth(index).ClickAsync();
                await Expect(places.Nth(index)).ToHaveClassAsync(new Regex(@"\bhere\b"));
                foreach (var width in Widths)
                {
                    await window.Page.SetViewportSizeAsync(width, Screen.Phone.Height);
                    var faults = await window.Page.EvaluateAsync<string[]>(Faults);
                    Assert.True(
                        faults.Length == 0,
                        string.Create(CultureInfo.InvariantCulture, $"At {width} px: {string.Join("; ", faults)}")
                    );
                }
            }
        });
}
