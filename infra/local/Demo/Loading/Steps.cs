using Spectre.Console;

namespace Alleviation.Demo.Loading;

/// <summary>Progress for whoever looks on: a bar on a terminal, a plain line now and then elsewhere.</summary>
internal sealed class Steps(IAnsiConsole console, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    public void Say(string text) => console.WriteLine(text);

    /// <summary>Runs a step that tells how far it is, from 0 to 1, with a word on it.</summary>
    public Task RunAsync(string title, Func<Action<double, string>, Task> step) =>
        console.Profile.Out.IsTerminal ? WithBarAsync(title, step) : WithLinesAsync(title, step);

    private Task WithBarAsync(string title, Func<Action<double, string>, Task> step) =>
        console
            .Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn()
            )
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(Markup.Escape(title));
                await step(
                    (done, detail) =>
                    {
                        bar.Value = done * bar.MaxValue;
                        bar.Description = Markup.Escape($"{title}: {detail}");
                    }
                );
                bar.Value = bar.MaxValue;
            });

    private async Task WithLinesAsync(string title, Func<Action<double, string>, Task> step)
    {
        var said = long.MinValue;
        var last = "";
        await step(
            (_, detail) =>
            {
                last = detail;
                if (said != long.MinValue && clock.GetElapsedTime(said) < BetweenLines)
                {
                    return;
                }
                said = clock.GetTimestamp();
                Say($"{title}: {detail}");
            }
        );
        Say($"{title}: {last}");
    }
}
