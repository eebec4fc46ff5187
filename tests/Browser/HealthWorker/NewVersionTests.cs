using Alleviation.Functions.WebApp;
using Alleviation.Tests.Browser.Frame;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

public sealed class NewVersionTests(Stage stage) : IClassFixture<Stage>, IDisposable
{
    private readonly DirectoryInfo _program = Directory.CreateTempSubdirectory("alleviation-program-");

    [Fact]
    public Task NewVersionOfTheApp_WaitsForWhoTypes() =>
        stage.PlayAsync(async scene =>
        {
            CopyProgram();
            // The folder is read anew for each request, as it would be by a host that was started with the new version.
            var place = Place.In(
                await scene.StartServiceAsync(
                    settings: new Dictionary<string, string?> { ["WebApp:Folder"] = _program.FullName },
                    services: services => services.AddTransient<WebFolder>()
                )
            );
            var window = await scene.WorkerAsync(place, keepsTheProgram: true);
            var newcomer = Newcomer.Somebody(place);
            await window.IsReadyForNoSignalAsync();
            await window.Page.ReloadAsync();
            await window.BeginsAsync(newcomer);
            await window.Page.EvaluateAsync("() => { window.sameProgram = true }");

            await File.AppendAllTextAsync(Path.Combine(_program.FullName, "sw.js"), "\n// another version");
            await window.Page.EvaluateAsync(
                "() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()).then(() => undefined)"
            );
            await window.Page.WaitForFunctionAsync(
                "() => navigator.serviceWorker.getRegistration().then((registration) => registration.waiting !== null)"
            );
            await Expect(window.Field("姓名")).ToHaveValueAsync(newcomer.Name);
            Assert.True(await window.Page.EvaluateAsync<bool>("() => window.sameProgram === true"));
        });

    public void Dispose() => _program.Delete(recursive: true);

    private void CopyProgram()
    {
        foreach (
            var file in new DirectoryInfo(WebService.WebRoot)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(file => !file.Name.StartsWith("sw.js.", StringComparison.Ordinal))
        )
        {
            var copy = new FileInfo(Path.Combine(_program.FullName, Path.GetRelativePath(WebService.WebRoot, file.FullName)));
            copy.Directory!.Create();
            file.CopyTo(copy.FullName);
        }
    }
}
