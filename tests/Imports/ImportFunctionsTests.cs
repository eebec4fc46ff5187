using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Imports.Files;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

/// <summary>From the endpoint to the end of the pipeline, in the whole service.</summary>
public sealed class ImportFunctionsTests() : WithScene<WorkerScene>(() => WorkerScene.StartAsync(Some.City))
{
    [Fact]
    public async Task List_IsTakenWorkedOnAndShown()
    {
        using var answer = await PostAsync(
            SomeList.Of([.. SomeList.Household(1), SomeList.Line(2, 1, village: "441402999999")]),
            "text/csv"
        );

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var import = await EndOfAsync(answer.Headers.Location!);
        Assert.Equal(("completed", 3, 2, 1, 0, 1, 1.0), ImportOutcome.Counts(import));
        var refused = await Scene.Worker.GetAsync(new Uri($"{answer.Headers.Location}/refused-lines.csv", UriKind.Relative));
        Assert.Equal("text/csv", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], (await refused.Content.ReadAsByteArrayAsync())[..3]);
        var page = await Scene.Worker.GetFromJsonAsync<JsonElement>(new Uri($"{answer.Headers.Location}/refused-lines", UriKind.Relative));
        Assert.Equal("village-unknown", Assert.Single(page.GetProperty("items").EnumerateArray()).GetProperty("code").GetString());
        await Eventually.SeesAsync(
            () => Scene.Worker.GetFromJsonAsync<JsonElement>(new Uri($"/api/households?region={SomeList.Village}", UriKind.Relative)),
            households => households.GetProperty("items").GetArrayLength() is 1
        );
    }

    [Fact]
    public async Task FileName_IsTakenFromItsHeader()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports?enrol=whenClear")
        {
            Content = new ByteArrayContent(SomeList.Of([.. SomeList.Household(1)])),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Add("X-File-Name", Uri.EscapeDataString("松口镇 名单.csv"));

        using var answer = await Scene.Worker.SendAsync(request);

        Assert.Equal("松口镇 名单.csv", (await EndOfAsync(answer.Headers.Location!)).GetProperty("fileName").GetString());
    }

    [Fact]
    public async Task MediumList_IsCutIntoChunksAndComesToItsEnd()
    {
        using var answer = await PostAsync(SomeList.Households(52, members: 4), "text/csv");

        Assert.Equal(("completed", 208, 52, 52, 0, 0, 1.0), ImportOutcome.Counts(await EndOfAsync(answer.Headers.Location!)));
    }

    [Fact]
    public async Task TemplateWorkbook_IsTakenBack()
    {
        var template = await Scene.Worker.GetByteArrayAsync(new Uri("/api/imports/template?format=xlsx", UriKind.Relative));
        using var answer = await PostAsync(template, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        Assert.Equal(("completed", 1, 1, 0, 0, 1, 1.0), ImportOutcome.Counts(await EndOfAsync(answer.Headers.Location!)));
    }

    [Fact]
    public async Task FileOverTheLimit_IsRefused()
    {
        await using var app = await AppUnderTest.StartAsync(
            settings: new Dictionary<string, string?> { ["Imports:LargestUpload"] = "20000" }
        );
        var worker = await app.HealthWorkerAsync("4414");
        using var known = new ByteArrayContent(SomeList.Households(1_000));
        using var answer = await worker.PostAsync(new Uri("/api/imports", UriKind.Relative), known);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task JunkToEveryEndpoint_IsNeverAFault()
    {
        var random = new Random(5);
        for (var round = 0; round < 60; round++)
        {
            var junk = round % 2 is 0
                ? SomeList.Households(2)
                : Sheets.Workbook([.. SomeList.Headings.Split(',')], ["MZ-000001", 441402004001d]);
            for (var change = 0; change < round; change++)
            {
                junk[random.Next(junk.Length)] = (byte)random.Next(256);
            }
            using var answer = await PostAsync(junk, "text/csv");
            Assert.True(
                answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.UnprocessableEntity,
                $"{round}: {answer.StatusCode}"
            );
        }

        foreach (
            var path in new[]
            {
                "imports/x",
                "imports/0/refused-lines",
                "imports/0/refused-lines.csv",
                "imports/00000000000000000000000000000000",
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Scene.Worker.GetAsync(new Uri($"/api/{path}", UriKind.Relative))).StatusCode);
        }

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await Scene.Worker.GetAsync(new Uri("/api/imports?cursor=x", UriKind.Relative))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await Scene.Worker.GetAsync(new Uri("/api/imports/template?format=doc", UriKind.Relative))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await Scene.Worker.PostAsync(new Uri("/api/imports?purpose=x", UriKind.Relative), null)).StatusCode
        );
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] list, string type)
    {
        using var content = new ByteArrayContent(list) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await Scene.Worker.PostAsync(new Uri("/api/imports?enrol=whenClear&fileName=list", UriKind.Relative), content);
    }

    private Task<JsonElement> EndOfAsync(Uri location) =>
        Eventually.SeesAsync(
            () => Scene.Worker.GetFromJsonAsync<JsonElement>(location),
            import => import.GetProperty("status").GetString() is not ("running" or "receiving" or "waiting"),
            TimeSpan.FromMinutes(3)
        );
}
