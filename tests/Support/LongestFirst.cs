using Alleviation.Tests.Contract.Fuzz;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Histories;
using Alleviation.Tests.Reliability;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Alleviation.Tests.Support.MaxFirst", "Alleviation.Tests")]

namespace Alleviation.Tests.Support;

/// <summary>
/// Begins with the classes that take longest, so that the run does not end with one of them alone: those of long random tests, and
/// those of the browser.
/// </summary>
public sealed class MaxFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        .. new[] { typeof(CrashTests), typeof(FuzzTests), typeof(FulfilmentTests), typeof(HistoryTests) }.Select(test => test.FullName!),
        "Alleviation.Tests.Browser.",
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(Place);

    // xunit calls the collection of a class "Test collection for" and the class's full name.
    private static int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(Longest, name => collection.DisplayName.Contains(name, StringComparison.Ordinal));
        return place < 0 ? Longest.Length : place;
    }
}
