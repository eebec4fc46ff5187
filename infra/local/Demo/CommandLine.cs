using System.Globalization;

namespace Alleviation.Demo;

/// <summary>A command and its options: <c>load --url http://… --data .local</c>.</summary>
public sealed class CommandLine
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    public CommandLine(string[] arguments)
    {
        Command = arguments is [var command, ..] ? command : "help";
        for (var index = 1; index < arguments.Length; index += 2)
        {
            if (!arguments[index].StartsWith("--", StringComparison.Ordinal) || index + 1 == arguments.Length)
            {
                throw new DemoException($"'{arguments[index]}' is no option with a value.");
            }

            _options[arguments[index][2..]] = arguments[index + 1];
        }
    }

    public string Command { get; }

    public string this[string option] => _options.GetValueOrDefault(option) ?? throw new DemoException($"'{Command}' needs --{option}.");

    public string? Find(string option) => _options.GetValueOrDefault(option);

    public int Number(string option, int otherwise) =>
        Find(option) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new DemoException($"--{option} must be a number.");
}
