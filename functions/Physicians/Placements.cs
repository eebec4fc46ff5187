using Alleviation.Functions.Households;

namespace Alleviation.Functions.Physicians;

/// <summary>
/// Panels are counted every ten minutes; until then a host knows whom it has placed itself, so that a whole panel that is routed anew does
/// not go over the room of one. What other hosts have placed it learns with the next count.
/// </summary>
public sealed class Placements
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <summary>Routes a household, and counts it for whoever it comes to.</summary>
    public Routing Route(Household household, IReadOnlyList<Physician> roster)
    {
        lock (_lock)
        {
            var routing = Routing.For(household, [.. roster.Select(WithPlaced)]);
            if (Comes(household, routing) is { } physician)
            {
                Add(physician, 1);
            }
            return routing;
        }
    }

    /// <summary>What was routed was not committed.</summary>
    public void TakeBack(Household household, Routing routing)
    {
        if (Comes(household, routing) is not { } physician)
        {
            return;
        }
        lock (_lock)
        {
            Add(physician, -1);
        }
    }

    private static string? Comes(Household household, Routing routing) =>
        routing.PhysicianId == household.PhysicianId ? null : routing.PhysicianId;

    private void Add(string physician, int number) =>
        _tallies[physician] = _tallies[physician] with { Placed = _tallies[physician].Placed + number };

    private Physician WithPlaced(Physician physician)
    {
        var tally = _tallies.GetValueOrDefault(physician.Id.Value);
        if (tally is null || tally.Counted != physician.PanelCount)
        {
            _tallies[physician.Id.Value] = tally = new Tally(physician.PanelCount, 0);
        }
        return physician with { PanelCount = Math.Max(0, physician.PanelCount + tally.Placed) };
    }

    /// <param name="Counted">The count that these come on top of; another count has them in it.</param>
    private sealed record Tally(int Counted, int Placed);
}
