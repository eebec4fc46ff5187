using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.Frame;

/// <summary>
/// The service that all tests share which change something, each in a <see cref="Place"/> of its own. It starts when the first asks for it
/// and ends with the last class that may use it: its queues are asked as long as it lives.
/// </summary>
internal static class SharedService
{
    /// <summary>Lists of people go there (tests/Imports/Lists, SomeList).</summary>
    private static readonly string[] CountiesOfLists = ["441402", "441403"];

    private static readonly Lock Users = new();
    private static int _users;
    private static Task<AppUnderTest>? _running;
    private static int _places;

    public static void Enter()
    {
        lock (Users)
        {
            _users++;
        }
    }

    public static async Task LeaveAsync()
    {
        Task<AppUnderTest>? ending = null;
        lock (Users)
        {
            if (--_users == 0)
            {
                (ending, _running) = (_running, null);
            }
        }
        if (ending is { IsCompletedSuccessfully: true })
        {
            await (await ending).DisposeAsync();
        }
    }

    public static Task<AppUnderTest> StartedAsync()
    {
        lock (Users)
        {
            return _running ??= WebService.StartAsync();
        }
    }

    /// <summary>The next township that nobody had yet, and its first village.</summary>
    public static async Task<Place> NextPlaceAsync()
    {
        var app = await StartedAsync();
        var regions = app.Get<Regions>();
        var villages = regions
            .All.Where(region => region.Level is RegionLevel.Township && !CountiesOfLists.Contains(region.Parent))
            .Select(township => regions.ChildrenOf(township.Code).FirstOrDefault())
            .OfType<Region>()
            .ToList();
        var number = Interlocked.Increment(ref _places);
        Assert.True(number <= villages.Count, "More browser tests want a township of their own than there are.");
        return new Place(app, villages[number - 1].Parent!, villages[number - 1].Code);
    }
}
