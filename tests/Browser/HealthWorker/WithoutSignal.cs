using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.Services;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>At the door, where there is no signal.</summary>
internal static class WithoutSignal
{
    /// <summary>A health worker who has looked at the member, and has lost the signal.</summary>
    /// <param name="before">What there is before that.</param>
    public static async Task<(ServiceScene Service, Window Window)> StartAsync(Scene scene, Func<ServiceScene, Task>? before = null)
    {
        var service = await ServiceScene.StartAsync(scene);
        if (before is not null)
        {
            await before(service);
        }
        var window = await scene.WorkerAsync(service.Place, keepsTheProgram: true);
        await window.HasTheListsAsync(service.Place.Village);
        await window.IsReadyForNoSignalAsync();
        var lists = window.Page.WaitForResponseAsync("**/api/contract-packages");
        await window.GoesToAsync(Member(service));
        await lists;
        await Expect(window.Page.GetByText("档案编号")).ToBeVisibleAsync();
        await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await window.GoesOfflineAsync();
        return (service, window);
    }

    public static string Member(ServiceScene service) => $"/households/{service.HouseholdId}/members/1";
}
