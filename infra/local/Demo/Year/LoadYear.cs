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
/// Plays a year into a service whose clock it moves: twice a week, each event at the API by whom it belongs to. When it has come to today,
/// everything has the date on which it happened.
/// </summary>
internal sealed class LoadYearHandler(Steps steps, TimeProvider clock)
{
    private const int AtOnce = 8;

    // The charts show each week of the last month, and before that each month: to count all regions takes as long as dozens of acts.
    private const int WeeklyFor = 31;

    // Sooner nobody knows how long the rest takes.
    private const double KnowsTheEndFrom = 0.03;

    // What the next acts need. The lists, which follow a change by "changes", are read by nobody before a month closes.
    private static readonly string[] Pipeline = ["enrolments", "care-plans"];
    private static readonly string[] Counting = [.. Pipeline, "changes", "roster-changes", "coverage"];

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
        await people.OpenReceptionAsync(cancellationToken);
        var run = new YearRun(plan, new YearActs(client, people), cancellationToken);
        await steps.RunAsync("A year", tell => PlayAsync(service, people, run, first, today, tell, cancellationToken));
        new Loaded(command.Seed, today, command.Households, Listed: true) { IsYear = true }.Keep(command.DataFolder);
        if (run.Loaded.Refused.Count > 0)
        {
            var refused = run.Loaded.Refused.OrderByDescending(step => step.Value).Select(step => $"{step.Value} {step.Key}");
            steps.Say($"Not taken: {string.Join("; ", refused)}");
        }
        return run.Loaded;
    }

    private async Task PlayAsync(
        IMovedService service,
        YearPeople people,
        YearRun run,
        DateOnly first,
        DateOnly today,
        Action<double, string> tell,
        CancellationToken cancellationToken
    )
    {
        var began = clock.GetTimestamp();
        var last = today.AddDays(-1);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var closes = Closes(day, last);
            if (!IsPlayed(day) && !closes)
            {
                continue;
            }
            if (!run.Take(day) && !closes)
            {
                continue;
            }
            var at = ChinaDay.At(day, 17, 30);
            service.MoveTo(at);
            people.GoOnAt(at);
            if (await run.ActAsync(AtOnce))
            {
                // Before the next day begins: records bear the day on which they were opened.
                await service.SettledAsync(Pipeline, cancellationToken);
            }
            if (closes)
            {
                await CloseAsync(service, day, day == last, cancellationToken);
            }
            tell(
                run.Share,
                string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}, {run.Enrolled:N0} households, {run.Done:N0} acts{Left()}")
            );
        }

        string Left()
        {
            if (run.Share < KnowsTheEndFrom)
            {
                return "";
            }
            var left = clock.GetElapsedTime(began) * ((1 - run.Share) / run.Share);
            var end = clock.GetLocalNow() + left;
            return string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling(left.TotalMinutes):N0} min left ({end:HH:mm})");
        }
    }

    /// <summary>
    /// The day on which households are enrolled, and the last of the week: what was measured or given in between is entered with its own
    /// day, as from a phone without signal. Everybody would have to sign in on each day of the year.
    /// </summary>
    private static bool IsPlayed(DateOnly day) => day.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Friday;

    private static bool Closes(DateOnly day, DateOnly last) =>
        day == last
        || day == WorkingDays.OnOrBefore(new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1))
        || (day.DayOfWeek is DayOfWeek.Friday && day > last.AddDays(-WeeklyFor));

    /// <summary>What the service does by itself each night counts at the end of a month; overdue at the end of all.</summary>
    private static async Task CloseAsync(IMovedService service, DateOnly day, bool isLast, CancellationToken cancellationToken)
    {
        if (isLast || day.AddDays(7).Month != day.Month)
        {
            await service.FireAsync("FollowBirthdays");
        }
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

    /// <summary>Takes the events up to a day.</summary>
    /// <returns>False where there are none.</returns>
    public bool Take(DateOnly until)
    {
        var from = _next;
        while (_next < plan.Events.Count && plan.Events[_next].On <= until)
        {
            _next++;
        }
        _due = [.. plan.Events.Skip(from).Take(_next - from)];
        return _due.Count > 0;
    }

    /// <summary>Does what is due: households beside each other, the events of one in their order.</summary>
    /// <returns>Whether somebody was enrolled.</returns>
    public async Task<bool> ActAsync(int atOnce)
    {
        await Parallel.ForEachAsync(
            _due.GroupBy(happened => happened.Household).OrderByDescending(events => events.Count()),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (events, token) =>
            {
                foreach (var happened in events)
                {
                    await DoAsync(happened, token);
                }
            }
        );
        return _due.Any(happened => happened.Step is YearStep.Enrol);
    }

    private async Task DoAsync(YearEvent happened, CancellationToken token)
    {
        if (happened.Step is YearStep.Enrol)
        {
            if (await acts.EnrolAsync(plan.Registry[happened.Household], happened, token) is { } enrolled)
            {
                _households[happened.Household] = enrolled;
                Interlocked.Increment(ref _done);
            }
            else
            {
                Refuse(happened, "refused");
            }
            return;
        }
        if (!_households.TryGetValue(happened.Household, out var household))
        {
            return;
        }
        if (!household.IsKnown)
        {
            await acts.LearnAsync(household, token);
        }
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

    private void Refuse(YearEvent happened, string why) => _refused.AddOrUpdate($"{happened.Step} {why}", 1, (_, count) => count + 1);
}
