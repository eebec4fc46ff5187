using Alleviation.Tests.Contract.Fuzz;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Histories;
using Alleviation.Tests.Reliability;
using Alleviation.Tests.Seeds;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Alleviation.Tests.Support.LongestFirst", "Alleviation.Tests")]

namespace Alleviation.Tests.Support;

/// <summary>
/// Begins with the classes that take longest, so that the run does not end with one of them alone. Then those of the browser, which keep
/// the processors busy, come evenly among the others, which mostly wait.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private const string Browser = "Alleviation.Tests.Browser.";

    private static readonly string[] Longest =
    [
        .. new[]
        {
            typeof(FaultTests),
            typeof(DemoYearTests),
            typeof(CrashTests),
            typeof(FuzzTests),
            typeof(FulfilmentTests),
            typeof(HistoryTests),
        }.Select(test => test.FullName!),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
    {
        var byPlace = testCollections.ToLookup(Place);
        var (browser, others) = (Evenly(byPlace[Longest.Length]), Evenly(byPlace[Longest.Length + 1]));
        return Enumerable
            .Range(0, Longest.Length)
            .SelectMany(place => byPlace[place])
            .Concat(browser.Concat(others).OrderBy(placed => placed.Share).Select(placed => placed.Collection));
    }

    private static IReadOnlyList<(double Share, ITestCollection Collection)> Evenly(IEnumerable<ITestCollection> collections)
    {
        var all = collections.ToList();
        return [.. all.Select((collection, index) => ((index + 0.5) / all.Count, collection))];
    }

    // xunit calls the collection of a class "Test collection for" and the class's full name.
    private static int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(Longest, name => collection.DisplayName.Contains(name, StringComparison.Ordinal));
        return place >= 0 ? place
            : collection.DisplayName.Contains(Browser, StringComparison.Ordinal) ? Longest.Length
            : Longest.Length + 1;
    }
}
