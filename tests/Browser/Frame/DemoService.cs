using System.Globalization;
using Alleviation.Demo.Loading;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Tests.Support;
using Spectre.Console;

namespace Alleviation.Tests.Browser.Frame;

/// <summary>The service with the demo's roster, accounts and some of its households, as ./run.sh starts it.</summary>
internal sealed class DemoService
{
    private const int Households = 30;
    private readonly AppUnderTest _app;
    private readonly DirectoryInfo _data;

    private DemoService(AppUnderTest app, DirectoryInfo data)
    {
        (_app, _data) = (app, data);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => data.Delete(recursive: true);
    }

    public static async Task<DemoService> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("alleviation-demo-");
        // Who is responsible for a household is drawn from its id, and that is drawn with a key: with another key each time, the demo's
        // physician would now and then have no household at all.
        var keys = Path.Combine(data.FullName, "keys.json");
        await File.WriteAllTextAsync(keys, KeyRingJson.Write(KeyRing.Create() with { Fingerprint = new byte[KeyRing.KeyLength] }));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        var app = await WebService.StartAsync(
            keyFile: keys,
            settings: new Dictionary<string, string?>
            {
                ["Access:FirstOperator:UserName"] = DemoAccount.Operator.UserName,
                ["Access:FirstOperator:Password"] = new AccountFiles(data.FullName).PasswordOf(DemoAccount.Operator.UserName),
                ["Coverage:Delay"] = "00:00:01",
                // It lives as long as the run and has nothing to do after its first minute: it leaves the machine to the others.
                ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:02",
            }
        );
        using var silence = new StringWriter(CultureInfo.InvariantCulture);
        var steps = new Steps(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(silence) }), TimeProvider.System);
        await new LoadDemoHandler(steps, TimeProvider.System).HandleAsync(
            new LoadDemo(app.Address, data.FullName, Households, Seed: 1),
            CancellationToken.None
        );
        return new DemoService(app, data);
    }

    public Person AccountOf(string userName) => new(_app.Address, userName, new AccountFiles(_data.FullName).PasswordOf(userName));
}
