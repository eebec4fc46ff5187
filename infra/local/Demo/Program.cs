using System.Runtime.InteropServices;
using Alleviation.Demo;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

// As ./run.sh ends its steps; the host inside would take the signal for itself and leave the year going on.
using var ended = PosixSignalRegistration.Create(
    PosixSignal.SIGTERM,
    signal =>
    {
        signal.Cancel = true;
        stop.Cancel();
    }
);

try
{
    await Commands.RunAsync(new CommandLine(args), stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
catch (DemoException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
