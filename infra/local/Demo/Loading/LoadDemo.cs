using System.Globalization;
using Alleviation.Demo.Households;

namespace Alleviation.Demo.Loading;

/// <summary>What to load, and where.</summary>
/// <param name="Url">The service's address, with a slash at its end.</param>
internal sealed record LoadDemo(Uri Url, string DataFolder, int Households, int Seed);

/// <summary>Brings the roster, the demo accounts and demo households into a running service by its own API; again does no harm.</summary>
internal sealed class LoadDemoHandler(Steps steps, TimeProvider clock)
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    public async Task HandleAsync(LoadDemo command, CancellationToken cancellationToken)
    {
        var files = new AccountFiles(command.DataFolder);
        await BeginAsync(command.Url, files, cancellationToken);
        await AddHouseholdsAsync(command, files, cancellationToken);
    }

    /// <summary>What comes before any household: the roster, and the demo's accounts.</summary>
    public async Task BeginAsync(Uri url, AccountFiles files, CancellationToken cancellationToken)
    {
        using var service = new ServiceClient(url);
        await Waiting.UntilAsync(
            "The service's start",
            StartPatience,
            clock,
            async () => (await service.IsReadyAsync(cancellationToken), 0),
            cancellationToken
        );

        await service.SignInAsync(DemoAccount.Operator.UserName, files.PasswordOf(DemoAccount.Operator.UserName), cancellationToken);
        // An account is of a physician of the roster.
        await AddRosterAsync(service, cancellationToken);
        await AddAccountsAsync(service, files, cancellationToken);
    }

    private async Task AddAccountsAsync(ServiceClient service, AccountFiles files, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var account in DemoAccount.Others)
        {
            var body = new
            {
                account.UserName,
                account.DisplayName,
                account.Role,
                account.Regions,
                account.PhysicianId,
                Password = files.PasswordOf(account.UserName),
            };
            if (await service.AddAsync("api/accounts", body, cancellationToken))
            {
                added++;
            }
        }

        steps.Say($"Accounts: {added} added, {DemoAccount.Others.Count - added} there already.");
    }

    private async Task AddRosterAsync(ServiceClient service, CancellationToken cancellationToken)
    {
        await using var roster = File.OpenRead(Path.Combine(SeedsFolder.Path, "roster", "physicians.csv"));
        var answer = await service.SendListAsync("api/imports?purpose=roster&enrol=whenClear", roster, cancellationToken);
        if (answer.GetProperty("status").GetString() is not "completed" || answer.GetProperty("refused").GetInt32() > 0)
        {
            throw new DemoException($"The roster was not taken: {answer}");
        }
        steps.Say($"Roster: {answer.GetProperty("accepted")} physicians kept, {answer.GetProperty("unchanged")} there already.");
    }

    private async Task AddHouseholdsAsync(LoadDemo command, AccountFiles files, CancellationToken cancellationToken)
    {
        var earlier = Loaded.Find(command.DataFolder);
        if (earlier is { Listed: true } && earlier.Households >= command.Households)
        {
            steps.Say($"Households: {earlier.Households} are there already.");
            return;
        }

        if (earlier is { IsYear: true })
        {
            steps.Say(
                $"Households: {earlier.Households} are there; for {command.Households} the year starts afresh with ./run.sh --fresh."
            );
            return;
        }

        var loaded = new Loaded(
            earlier?.Seed ?? command.Seed,
            earlier?.AsOf ?? Yesterday(),
            Math.Max(command.Households, earlier?.Households ?? 0),
            Listed: false
        );
        loaded.Keep(command.DataFolder);
        var list = Path.Combine(command.DataFolder, "demo-households.csv");
        await using (var writer = new StreamWriter(list))
        {
            var options = new DemoOptions { AsOf = loaded.AsOf, Showcase = DemoAccount.Township };
            await RegistryCsv.WriteAsync(writer, DemoHouseholds.Generate(loaded.Households, loaded.Seed, options), cancellationToken);
        }

        using var service = new ServiceClient(command.Url);
        await service.SignInAsync(DemoAccount.Office.UserName, files.PasswordOf(DemoAccount.Office.UserName), cancellationToken);
        await new RegistryImport(service, steps, clock).RunAsync(list, cancellationToken);
        (loaded with { Listed = true }).Keep(command.DataFolder);
        steps.Say(string.Create(CultureInfo.InvariantCulture, $"Households: {loaded.Households:N0} listed."));
    }

    // Not today: what was measured in the course of the day must not lie in the future. The day is China's, as everywhere.
    private DateOnly Yesterday()
    {
        var at = clock.GetUtcNow().AddDays(-1).ToOffset(TimeSpan.FromHours(8));
        return new DateOnly(at.Year, at.Month, at.Day);
    }
}
