namespace Alleviation.Tests.Histories;

/// <summary>What each step of all histories so far ended in, over the batches of a run.</summary>
public sealed class OutcomesSeen
{
    private readonly SortedDictionary<string, SortedSet<string>> _outcomes = new(StringComparer.Ordinal);

    public int Histories { get; private set; }

    /// <summary>A line for each step.</summary>
    public IEnumerable<string> Lines => _outcomes.Select(pair => $"{pair.Key}: {string.Join(", ", pair.Value)}");

    /// <summary>Steps that were never done to any effect: they were only refused, and proved nothing.</summary>
    public IEnumerable<string> NeverDone =>
        _outcomes
            .Where(pair => !pair.Value.Any(outcome => outcome is "Done" or "Saved" or "Taken" or "Sent" or "Noted"))
            .Select(pair => pair.Key);

    internal void Add(History history)
    {
        Histories++;
        foreach (var (step, outcomes) in history.Outcomes)
        {
            if (!_outcomes.TryGetValue(step, out var seen))
            {
                _outcomes[step] = seen = new SortedSet<string>(StringComparer.Ordinal);
            }
            seen.UnionWith(outcomes);
        }
    }
}
