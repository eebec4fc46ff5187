using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

public sealed class ToDoTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task UrgentPerson_IsOneRowWithTheReason_AndSettledWithoutSignalOnce() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var name = await place.HasPatientAsync();
            var window = await scene.WorkerAsync(place, keepsTheProgram: true);
            await window.HasTheListsAsync(place.Village);
            await window.IsReadyForNoSignalAsync();
            await Expect(window.ToDoPlace()).ToHaveAccessibleNameAsync("待办 1 项");
            await window.OpensToDoAsync();
            var row = window.Page.Locator("main article");
            await Expect(row).ToHaveCountAsync(1);
            await Expect(row).ToContainTextAsync(name);
            await Expect(row).ToContainTextAsync("收缩压 190 mmHg（");
            await Expect(row).ToContainTextAsync("高血压患者随访");
            var call = row.GetByRole(AriaRole.Link, new() { Name = $"给{name}家打电话：13800000000" });
            await Expect(call).ToHaveAttributeAsync("href", "tel:13800000000");

            await window.GoesOfflineAsync();
            await Expect(call).ToBeVisibleAsync();
            await window.Button("登记处置").ClickAsync();
            var dialog = window.Page.GetByRole(AriaRole.Dialog);
            await dialog.GetByRole(AriaRole.Button, new() { Name = "登记处置" }).ClickAsync();
            await Expect(dialog.GetByText("必填项。")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("healthWorker-toDo-settle");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "已送医院就诊" }).ClickAsync();
            await dialog.GetByRole(AriaRole.Button, new() { Name = "登记处置" }).ClickAsync();
            await Expect(row).Not.ToContainTextAsync("需马上处理");
            await Expect(window.ToDoPlace()).Not.ToHaveAccessibleNameAsync("待办 1 项");
            await window.FollowsAsync("待发送");
            await window.SeesAsync("已送医院就诊");
            await window.SeesAsync("等待发送。");
            await window.KeepsTheBarsAsync("healthWorker-outbox-settlement");
            await window.GoesOnlineAsync();

            await window.SeesAsync("最近的处置");
            using var worker = await place.WorkerByApiAsync();
            var lines = (await worker.GetFromJsonAsync<JsonElement>($"/api/regions/{place.Village}/worklist")).GetProperty("items");
            Assert.All(lines.EnumerateArray(), line => Assert.NotEqual("urgent", line.GetProperty("urgency").GetString()));
        });

    [Theory]
    [InlineData("/due-visits")]
    [InlineData("/cases")]
    public Task FormerAddress_LeadsToTheList(string address) =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("worker", Screen.Phone, "en", path: address);
            await Expect(window.Heading).ToHaveTextAsync("To do");
            await Expect(window.Page.Locator("main article").First).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync($"healthWorker-toDo-en{address.Replace('/', '-')}");
        });
}
