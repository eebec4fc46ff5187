using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

/// <summary>
/// A telephone number that cannot be read costs no household: its text is kept, and the household stands on a list until somebody has
/// mended it.
/// </summary>
public sealed class UnreadPhonesTests() : WithScene<WorkerScene>(StartAsync)
{
    private const string Path = $"/api/households?region={SomeList.Village}";

    private static Task<WorkerScene> StartAsync() =>
        WorkerScene
            .StartAsync(Some.County)
            .ThenAsync(async scene =>
            {
                var lines = new[] { "一三八，晚上打", "13800040002", "" }.Select(
                    (phone, index) =>
                        $"{SomeList.NumberOf(index + 1)},{SomeList.Village},低保户,测{index + 1},{SomeList.IdNumber(index + 1, 1)},户主,{phone}"
                );
                using var list = new ByteArrayContent(
                    Files.Sheets.Csv(["户编号,村代码,贫困户属性,姓名,身份证号,与户主关系,电话", .. lines])
                );
                using var answer = await scene.Worker.PostAsync(new Uri("/api/imports?enrol=whenClear", UriKind.Relative), list);
                Assert.Equal(202, (int)answer.StatusCode);
                await ListAsync(
                    scene.Worker,
                    "",
                    items => items.Count is 3 && items.All(item => item.GetProperty("status").GetString() is not "received")
                );
                return scene;
            });

    [Fact]
    public async Task Household_IsListed_UntilItsNumberIsMended()
    {
        var listed = Assert.Single(await ListAsync(Scene.Worker, "&problem=phoneUnread", items => items.Count is 1));
        Assert.Equal(SomeList.NumberOf(1), listed.GetProperty("registrationNumber").GetString());
        var id = listed.GetProperty("id").GetString();

        using var form = await Scene.Worker.GetAsync(new Uri($"/api/households/{id}/enrolment", UriKind.Relative));
        var body = JsonNode.Parse(await form.Content.ReadAsStringAsync())!;
        Assert.Equal("一三八，晚上打", body["members"]![0]!["phoneAsGiven"]!.GetValue<string>());
        body["members"]![0]!["phone"] = "13800040001";
        body["members"]![0]!["phoneAsGiven"] = null;
        using var correction = new HttpRequestMessage(HttpMethod.Put, $"/api/households/{id}") { Content = JsonContent.Create(body) };
        correction.Headers.TryAddWithoutValidation("If-Match", form.Headers.ETag!.ToString());
        using var answer = await Scene.Worker.SendAsync(correction);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

        Assert.Empty(await ListAsync(Scene.Worker, "&problem=phoneUnread", items => items.Count is 0));
    }

    [Fact]
    public async Task UnknownProblem_IsRefused() =>
        Assert.Equal(422, (int)(await Scene.Worker.GetAsync(new Uri($"{Path}&problem=other", UriKind.Relative))).StatusCode);

    private static async Task<List<JsonElement>> ListAsync(HttpClient worker, string query, Func<List<JsonElement>, bool> until) =>
        await Eventually.SeesAsync(
            async () =>
                (await worker.GetFromJsonAsync<JsonElement>(new Uri(Path + query, UriKind.Relative)))
                    .GetProperty("items")
                    .EnumerateArray()
                    .ToList(),
            until
        );
}
