using System.Collections.Concurrent;
using System.Globalization;
using Alleviation.Demo.Households;
using Alleviation.Demo.Loading;

namespace Alleviation.Demo.Year;

/// <summary>What to load.</summary>
internal sealed record LoadYear(string DataFolder, int Households, int Seed);

/// <summary>What became of it: how many events were done, and which were refused, by step and status.</summary>
internal sealed record YearLoaded(int Done, IReadOnlyDictionary<string, int> Refused);

/// <summary>
/// Plays a year into a service whose clock it moves: some days at a time, each event at the API by whom it belongs to. When it has come to
/// today, everything has the date on which it happened.
/// </summary>
internal sealed class LoadYearHandler(Steps steps, TimeProvider clock)
{
    // Weekdays vary so, and few enough steps are left that signing in does not cost more than the work.
    private const int DaysPerStep = 9;
    private const int AtOnce = 8;
    private const int StepsPerMonth = 3;

    private static readonly string[] Pipeline = ["enrolments", "care-plans", "changes"];
    private static readonly string[] Counting = [.. Pipeline, "roster-changes", "coverage"];

    public async Task<YearLoaded> HandleAsync(LoadYear command, IMovedService service, CancellationToken cancellationToken)
    {
        var today = ChinaDay.Of(clock.GetUtcNow());
        var plan = YearPlan.Draw(command.Seed, today, command.Households, DemoAccount.Township);
        var files = new AccountFiles(command.DataFolder);
        var first = today.AddDays(-YearPlan.Days);
        service.MoveTo(ChinaDay.At(first, 8));
        await new LoadDemoHandler(steps, clock).BeginAsync(service.Address, files, cancellationToken);
        await AddRegistryAsync(command, service, files, plan, cancellationToken);

        using var client = new YearClient(service.Address);
        var people = new YearPeople(client, files);
        var run = new YearRun(plan, new YearActs(client, people), cancellationToken);
        await steps.RunAsync("A year of the programme", tell => PlayAsync(service, people, run, first, today, tell, cancellationToken));
        new Loaded(command.Seed, today, command.Households, Listed: true) { IsYear = true }.Keep(command.DataFolder);
        if (run.Loaded.Refused.Count > 0)
        {
            var refused = run.Loaded.Refused.OrderByDescending(step => step.Value).Select(step => $"{step.Value} {step.Key}");
            steps.Say($"Not taken: {string.Join("; ", refused)}");
        }
        return run.Loaded;
    }

    private static async Task PlayAsync(
        IMovedService service,
        YearPeople people,
        YearRun run,
        DateOnly first,
        DateOnly today,
        Action<double, string> tell,
        CancellationToken cancellationToken
    )
    {
        var step = 0;
        for (var day = first.AddDays(DaysPerStep); ; day = day.AddDays(DaysPerStep), step++)
        {
            var isLast = day >= today.AddDays(-1);
            var until = isLast ? today.AddDays(-1) : day;
            // The end of the working day, at another minute each time.
            service.MoveTo(ChinaDay.At(until, 17, 11 + step * 7 % 40));
            people.BeginDay();
            await run.EnrolAsync(until, AtOnce, () => service.SettledAsync(Pipeline, cancellationToken));
            await run.ActAsync(until, AtOnce);
            tell(
                run.Share,
                string.Create(CultureInfo.InvariantCulture, $"{until:yyyy-MM-dd}, {run.Enrolled:N0} households, {run.Done:N0} acts")
            );
            if (isLast || step % StepsPerMonth == StepsPerMonth - 1)
            {
                await CloseMonthAsync(service, isLast, cancellationToken);
            }
            if (isLast)
            {
                return;
            }
        }
    }

    /// <summary>What the service does by itself each night counts at the end of a month; overdue at the end of all.</summary>
    private static async Task CloseMonthAsync(IMovedService service, bool isLast, CancellationToken cancellationToken)
    {
        await service.FireAsync("FollowBirthdays");
        if (isLast)
        {
            await service.FireAsync("CountEveryTownship");
            await service.FireAsync("CountPanels");
        }
        await service.SettledAsync(Counting, cancellationToken);
    }

    private async Task AddRegistryAsync(
        LoadYear command,
        IMovedService service,
        AccountFiles files,
        YearPlan plan,
        CancellationToken cancellationToken
    )
    {
        var list = Path.Combine(command.DataFolder, "demo-households.csv");
        await using (var writer = new StreamWriter(list))
        {
            await RegistryCsv.WriteAsync(writer, plan.Registry, cancellationToken);
        }
        using var office = new ServiceClient(service.Address);
        await office.SignInAsync(DemoAccount.Office.UserName, files.PasswordOf(DemoAccount.Office.UserName), cancellationToken);
        await new RegistryImport(office, steps, clock).RegisterAsync(list, cancellationToken);
    }
}

/// <summary>How far the year has been played.</summary>
internal sealed class YearRun(YearPlan plan, YearActs acts, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<int, YearHousehold> _households = new();
    private readonly ConcurrentDictionary<string, int> _refused = new(StringComparer.Ordinal);
    private int _next;
    private int _done;
    private IReadOnlyList<YearEvent> _due = [];

    public int Enrolled => _households.Count;

    public int Done => _done;

    public double Share => (double)_next / Math.Max(1, plan.Events.Count);

    public YearLoaded Loaded => new(_done, _refused);

    /// <summary>Takes the events up to a day and enrols those households that come in by then.</summary>
    public async Task EnrolAsync(DateOnly until, int atOnce, Func<Task> settled)
    {
        var from = _next;
        while (_next < plan.Events.Count && plan.Events[_next].On <= until)
        {
            _next++;
        }
        _due = [.. plan.Events.Skip(from).Take(_next - from)];
        var arriving = _due.Where(happened => happened.Step is YearStep.Enrol).ToList();
        if (arriving.Count == 0)
        {
            return;
        }
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            arriving,
            options,
            async (happened, token) =>
            {
                if (await acts.EnrolAsync(plan.Registry[happened.Household], happened, token) is { } household)
                {
                    _households[happened.Household] = household;
                    Interlocked.Increment(ref _done);
                }
                else
                {
                    Refuse(happened, "refused");
                }
            }
        );
        await settled();
        await Parallel.ForEachAsync(
            arriving,
            options,
            async (happened, token) =>
            {
                if (_households.TryGetValue(happened.Household, out var household))
                {
                    await acts.LearnAsync(household, token);
                }
            }
        );
    }

    /// <summary>Does what else is due: households beside each other, the events of one in their order.</summary>
    public Task ActAsync(DateOnly until, int atOnce) =>
        Parallel.ForEachAsync(
            _due.Where(happened => happened.On <= until && happened.Step is not YearStep.Enrol).GroupBy(happened => happened.Household),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (events, token) =>
            {
                if (!_households.TryGetValue(events.Key, out var household))
                {
                    return;
                }
                foreach (var happened in events)
                {
                    var answer = await acts.DoAsync(household, happened, token);
                    if (answer is { IsDone: true })
                    {
                        Interlocked.Increment(ref _done);
                    }
                    else if (answer is not null)
                    {
                        Refuse(happened, answer.CodeOrStatus);
                    }
                }
            }
        );

    private void Refuse(YearEvent happened, string why) => _refused.AddOrUpdate($"{happened.Step} {why}", 1, (_, count) => count + 1);
}
