using Alleviation.LocalHost;

// Alleviation.LocalHost --app <folder of the published app> [--urls http://127.0.0.1:7071]
var at = Array.IndexOf(args, "--app");
if (at < 0 || at + 1 == args.Length)
{
    await Console.Error.WriteLineAsync("Which app? --app <folder of the published app> [--urls http://127.0.0.1:7071]");
    return 2;
}

try
{
    await using var host = await LocalFunctionsHost.StartAsync(
        new LocalHostOptions(new WorkerProcess(args[at + 1])) { Arguments = [.. args[..at], .. args[(at + 2)..]] }, CancellationToken.None);
    await host.WaitForShutdownAsync();
    return 0;
}
catch (Exception refused) when (refused is InvalidOperationException or WorkerGoneException or IOException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
