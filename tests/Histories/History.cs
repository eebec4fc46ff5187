using Alleviation.Functions.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Histories;

/// <summary>What several people do to one household, drawn from a seed: also what they may not, too late, twice, and two at once.</summary>
internal sealed class History
{
    private readonly HistoryDraw _draw;
    private readonly CareSteps _care;
    private readonly MedicationSteps _medication;
    private readonly CaseSteps _cases;
    private readonly List<Func<Task>> _done = [];

    public History(AppUnderTest app, HouseholdId household, int seed)
    {
        _draw = new(app, household, seed);
        (_care, _medication, _cases) = (new(_draw), new(_draw), new(_draw));
    }

    public IReadOnlyDictionary<string, HashSet<string>> Outcomes => _draw.Outcomes;

    public async Task PlayAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            switch (_draw.Random.Next(10))
            {
                case 0 when _done.Count > 0:
                    await _done[_draw.Random.Next(_done.Count)]();
                    break;
                case 1:
                    // Drawn before either begins, so that the seed alone says what happens.
                    var (first, second) = (Draw(), Draw());
                    await Task.WhenAll(first(), second());
                    break;
                case 2:
                    _draw.Clock.Advance(TimeSpan.FromHours(_draw.Random.Next(20 * 24)));
                    break;
                default:
                    await Draw()();
                    break;
            }
        }
    }

    private Func<Task> Draw()
    {
        var step = _draw.Random.Next(12) switch
        {
            0 or 1 => _care.Visit(),
            2 or 3 => _care.PlanStep(),
            4 => _care.Opinion(),
            5 => _care.Report(),
            6 => _cases.Ask(),
            7 => _cases.Talk(),
            8 => _medication.Course(),
            9 => _cases.HasReferral && _draw.Random.Next(3) > 0 ? _cases.ReferralStep() : _cases.Refer(),
            10 => _cases.ReferralStep(),
            _ => _medication.Lesson(),
        };
        _done.Add(step);
        return step;
    }
}
