using System.Text;
using Alleviation.Demo.Households;
using Alleviation.Demo.Loading;
using Alleviation.Demo.Regions;
using Alleviation.Demo.Roster;
using Alleviation.Demo.Year;
using Spectre.Console;

namespace Alleviation.Demo;

/// <summary>What the program can do, one method each.</summary>
internal static class Commands
{
    private const int Households = 200;
    private const int Seed = 1;

    private const string Help = """
        generate --out FILE [--households 200] [--seed 1] [--within REGION]   writes a registry list of made-up households
        roster   --out FILE                                                  writes the roster of made-up physicians
        prepare  --data FOLDER                                               makes the passwords; prints the operator's settings file
        year     --app FOLDER --data FOLDER [--households 200] [--seed 1]    plays a year of the programme into an empty storage
        load     --url http://… --data FOLDER [--households 200] [--seed 1]  loads roster, accounts and households into a running service
        """;

    public static Task RunAsync(CommandLine line, CancellationToken cancellationToken) =>
        line.Command switch
        {
            "generate" => GenerateAsync(line, cancellationToken),
            "roster" => DrawRosterAsync(line),
            "prepare" => Console.Out.WriteLineAsync(new AccountFiles(line["data"]).WriteOperatorSettings()),
            "year" => LoadYearAsync(line, cancellationToken),
            "load" => LoadAsync(line, cancellationToken),
            "help" or "--help" => Console.Out.WriteLineAsync(Help),
            var other => throw new DemoException($"There is no command '{other}'.\n{Help}"),
        };

    private static async Task GenerateAsync(CommandLine line, CancellationToken cancellationToken)
    {
        // Excel takes a file without the mark for GB18030 and shows the Chinese as rubbish.
        await using var writer = new StreamWriter(line["out"], append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true))
        {
            NewLine = "\n",
        };
        var count = line.Number("households", Households);
        var households = DemoHouseholds.Generate(count, line.Number("seed", Seed), new DemoOptions { Within = line.Find("within") });
        var lines = await RegistryCsv.WriteAsync(writer, households, cancellationToken);
        Console.WriteLine($"{count} households, {lines} lines in {line["out"]}");
    }

    private static async Task DrawRosterAsync(CommandLine line)
    {
        await using var writer = new StreamWriter(line["out"]) { NewLine = "\n" };
        await RosterCsv.WriteAsync(writer, new MadeUpRoster(RegionTree.Load(SeedsFolder.Path)).Draw());
    }

    private static async Task LoadYearAsync(CommandLine line, CancellationToken cancellationToken)
    {
        var (data, clock) = (Path.GetFullPath(line["data"]), TimeProvider.System);
        var steps = new Steps(AnsiConsole.Console, clock);
        var command = new LoadYear(data, line.Number("households", Households), line.Number("seed", Seed));
        var from = clock.GetUtcNow().AddDays(-YearPlan.Days);
        await using var service = await YearService.StartAsync(line["app"], Path.Combine(data, "demo-clock"), from, cancellationToken);
        await new LoadYearHandler(steps, clock).HandleAsync(command, service, cancellationToken);
    }

    private static async Task LoadAsync(CommandLine line, CancellationToken cancellationToken)
    {
        var url = new Uri(line["url"].TrimEnd('/') + "/");
        var command = new LoadDemo(url, Path.GetFullPath(line["data"]), line.Number("households", Households), line.Number("seed", Seed));
        await new LoadDemoHandler(new Steps(AnsiConsole.Console, TimeProvider.System), TimeProvider.System).HandleAsync(
            command,
            cancellationToken
        );
        new Welcome(AnsiConsole.Console).Show(url, command.DataFolder);
    }
}
