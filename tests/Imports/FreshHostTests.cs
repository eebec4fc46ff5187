using System.Net;
using System.Net.Http.Headers;
using Alleviation.Tests.Imports.Files;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

public sealed class FreshHostTests
{
    /// <summary>In a process of its own: what one file has set up in this one, the next would find.</summary>
    [Fact]
    public async Task FirstFileOfAHost_MayBeAWorkbook()
    {
        var (storage, keyFile) = (
            await Azurite.NewAccountAsync(),
            Path.Combine(Path.GetTempPath(), $"alleviation-fresh-{Guid.NewGuid():N}.json")
        );
        using var bystander = new Bystander(storage, keyFile);
        await bystander.PrepareStorageAsync();
        using var host = HostProcess.Start(storage, keyFile, new Dictionary<string, string>());
        using var worker = new HttpClient { BaseAddress = host.Address };
        worker.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            await bystander.HealthWorkerTokenAsync(Some.City)
        );
        await Eventually.TrueAsync(() => IsReadyAsync(worker));
        string[] lines = [SomeList.Headings, .. SomeList.Household(1)];

        using var list = new ByteArrayContent(Sheets.Workbook([.. lines.Select(line => line.Split(',').Cast<object?>().ToArray())]));
        using var answer = await worker.PostAsync("/api/imports?enrol=whenClear", list);

        Assert.True(
            answer.StatusCode is HttpStatusCode.Accepted,
            $"{await answer.Content.ReadAsStringAsync()}{Environment.NewLine}{host.LastWords}"
        );
        File.Delete(keyFile);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/api/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
