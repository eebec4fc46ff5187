using Alleviation.LocalHost;

if (new ConfigurationBuilder().AddCommandLine(args).Build()["app"] is not { } app)
{
    await Console.Error.WriteLineAsync("Which app? --app <folder of the published app> [--urls http://127.0.0.1:7071]");
    return 2;
}

try
{
    await using var host = await LocalFunctionsHost.StartAsync(new(new WorkerProcess(app)) { Arguments = args }, CancellationToken.None);
    await host.WaitForShutdownAsync();
    return 0;
}
catch (Exception refused) when (refused is InvalidOperationException or WorkerGoneException or IOException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
