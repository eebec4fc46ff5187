using System.Globalization;

namespace Alleviation.Load;

/// <summary>What is measured, and with how much.</summary>
public sealed record LoadOptions
{
    public const string Help = """
        --quick                   300 households at concurrency 8, nothing else: for development
        --indexed                 the emulator finds a partition by its index, as Azure does; without, it looks through every row
        --households 2000         households for each concurrency
        --concurrency 1,8,32      requests that the client sends at a time
        --stored 1000,20000       households already stored when the cost is looked at again; 'none' leaves it out
        --measured 300            households that are enrolled on top of those
        --starts 5                starts of the service on warm storage
        --rounds 1                how often each pair of service and floor is run
        --import                  the import of --lines lines instead of all the above
        --lines 100000
        --works                   the works of the day (a worklist of --items lines, a record, a member's page, a changed plan, a visit,
                                  coverage) instead of all the above, with --stored households and for each --concurrency
        --items 500
        """;

    public bool IsIndexed { get; init; }

    public int Households { get; init; } = 2000;

    public IReadOnlyList<int> Concurrency { get; init; } = [1, 8, 32];

    public IReadOnlyList<int> Stored { get; init; } = [1000, 20_000];

    public int Measured { get; init; } = 300;

    public int Starts { get; init; } = 5;

    public int Rounds { get; init; } = 1;

    public bool Import { get; init; }

    public int Lines { get; init; } = 100_000;

    public bool Works { get; init; }

    public int Items { get; init; } = 500;

    /// <summary>Null where they are not understood.</summary>
    public static LoadOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new LoadOptions();
        for (var index = 0; index < arguments.Count; index++)
        {
            if (arguments[index] is "--quick")
            {
                options = options with { Households = 300, Concurrency = [8], Stored = [], Starts = 3 };
            }
            else if (arguments[index] is "--indexed")
            {
                options = options with { IsIndexed = true };
            }
            else if (arguments[index] is "--import")
            {
                options = options with { Import = true };
            }
            else if (arguments[index] is "--works")
            {
                options = options with { Works = true };
            }
            else if (++index == arguments.Count || With(options, arguments[index - 1], arguments[index]) is not { } next)
            {
                return null;
            }
            else
            {
                options = next;
            }
        }

        return options;
    }

    private static LoadOptions? With(LoadOptions options, string name, string value) =>
        (name, Numbers(value)) switch
        {
            ("--stored", _) when value is "none" => options with { Stored = [] },
            (_, null) => null,
            ("--concurrency", { } numbers) => options with { Concurrency = numbers },
            ("--stored", { } numbers) => options with { Stored = numbers },
            ("--households", [var number]) => options with { Households = number },
            ("--measured", [var number]) => options with { Measured = number },
            ("--starts", [var number]) => options with { Starts = number },
            ("--rounds", [var number]) => options with { Rounds = number },
            ("--lines", [var number]) => options with { Lines = number },
            ("--items", [var number]) => options with { Items = number },
            _ => null,
        };

    private static List<int>? Numbers(string value)
    {
        var numbers = new List<int>();
        foreach (var part in value.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            {
                return null;
            }
            numbers.Add(number);
        }

        return numbers;
    }
}
