using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Histories;

/// <summary>What the steps of a history share: the household, the seed that says what is drawn, and what became of each step.</summary>
internal sealed class HistoryDraw(AppUnderTest app, HouseholdId household, int seed)
{
    public const int Member = 1;

    public AppUnderTest App => app;

    public HouseholdId Household => household;

    public Random Random { get; } = new(seed);

    public TestClock Clock => (TestClock)App.Clock;

    /// <summary>Of every kind of step, what became of it: a test sees that each came to something.</summary>
    public Dictionary<string, HashSet<string>> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>Usually the newest: an old one has nothing left to happen to it.</summary>
    public T Recent<T>(IReadOnlyList<T> all) => Random.Next(4) > 0 ? all[^1] : all[Random.Next(all.Count)];

    /// <summary>Usually who does it; now and then anybody.</summary>
    public Caller Somebody(Caller usually) => Random.Next(5) > 0 ? usually : People.All[Random.Next(People.All.Count)];

    public string NewId(string form = "D")
    {
        var bytes = new byte[16];
        Random.NextBytes(bytes);
        return new Guid(bytes).ToString(form);
    }

    public async Task DoAsync<T>(string step, Func<Task<T>> act)
        where T : struct, Enum
    {
        var outcome = (await act()).ToString();
        lock (Outcomes)
        {
            if (!Outcomes.TryGetValue(step, out var seen))
            {
                Outcomes[step] = seen = new HashSet<string>(StringComparer.Ordinal);
            }
            seen.Add(outcome);
        }
    }
}
