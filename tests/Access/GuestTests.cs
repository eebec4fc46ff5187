using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Contract;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Access;

/// <summary>A specialist to whom one member was referred: he looks at that member, answers the referral, and that is all.</summary>
public sealed class GuestTests() : WithScene<GuestScene>(GuestScene.StartAsync)
{
    private CareScene Care => Scene.Care;

    private HttpClient Guest => Scene.Guest;

    [Fact]
    public async Task Guest_ReadsTheMemberReferred_AndNobodyElse()
    {
        var members = (await Care.ReadAsync()).Members;
        var view = await Guest.GetFromJsonAsync<JsonElement>($"/api/households/{Care.Household}");
        Assert.Equal([1], view.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("number").GetInt32()));
        Assert.False(view.GetProperty("mayChange").GetBoolean());
        var workers = await Care.Worker.GetFromJsonAsync<JsonElement>($"/api/households/{Care.Household}");
        Assert.True(workers.GetProperty("mayChange").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, await ReadsAsync($"/api/records/{members[0].RecordNumber}"));
        Assert.Equal(HttpStatusCode.NotFound, await ReadsAsync($"/api/records/{members[1].RecordNumber}"));
        Assert.Equal(HttpStatusCode.NotFound, await ReadsAsync($"/api/records/{members[1].RecordNumber}/entries"));
        // Every address below a member, those of tomorrow too.
        var (theirs, others) = (MemberReads(1).ToList(), MemberReads(2).ToList());
        Assert.True(theirs.Count > 8);
        foreach (var address in others)
        {
            Assert.True(HttpStatusCode.NotFound == await ReadsAsync(address), $"{address} is open to a guest of somebody else.");
        }
        Assert.Contains(HttpStatusCode.OK, await Task.WhenAll(theirs.Select(ReadsAsync)));
    }

    [Fact]
    public async Task Guest_FindsTheHouseholdByTheOwnPatient_AndByNobodyElse()
    {
        var form = await Care.Worker.GetFromJsonAsync<JsonElement>($"/api/households/{Care.Household}/enrolment");
        var found = await Task.WhenAll(
            form.GetProperty("members")
                .EnumerateArray()
                .Take(2)
                .Select(member => Guest.PostsAsync("/api/households/search", new { idNumber = member.GetProperty("idNumber").GetString() }))
        );
        var line = Assert.Single(found[0].GetProperty("items").EnumerateArray());
        Assert.Equal((1, 1), (line.GetProperty("members").GetInt32(), line.GetProperty("sick").GetInt32()));
        Assert.Empty(found[1].GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Access_EndsByItself_ThoughNobodyEndsTheReferral()
    {
        Assert.Equal(HttpStatusCode.OK, await ReadsAsync($"/api/households/{Care.Household}"));
        Assert.NotEmpty(await WorklistAsync(Guest));
        Care.Clock.Advance(TimeSpan.FromDays(31));
        using var later = await Care.App.PhysicianAsync(CareScene.County);
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync($"/api/households/{Care.Household}")).StatusCode);
        foreach (var address in MemberReads(1))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync(address)).StatusCode);
        }
        Assert.Empty(await WorklistAsync(later));
    }

    private static async Task<IReadOnlyList<JsonElement>> WorklistAsync(HttpClient client) =>
        [
            .. await Eventually.SeesAsync(
                async () =>
                    (await client.GetFromJsonAsync<JsonElement>($"/api/physicians/{CareScene.County}/worklist"))
                        .GetProperty("items")
                        .EnumerateArray()
                        .ToList(),
                items => items.Count == 0 || items.Exists(item => item.GetProperty("member").GetInt32() == 1)
            ),
        ];

    private IEnumerable<string> MemberReads(int member) =>
        ApiDocument
            .Instance.Operations.Where(operation =>
                operation.Method == HttpMethod.Get && operation.Path.Contains("/members/{member}", StringComparison.Ordinal)
            )
            .Select(operation =>
                operation
                    .Path.Replace("{householdId}", Care.Household.Value, StringComparison.Ordinal)
                    .Replace("{member}", $"{member}", StringComparison.Ordinal)
            )
            .Where(address => !address.Contains('{', StringComparison.Ordinal))
            .Select(address => address.EndsWith("/differences", StringComparison.Ordinal) ? $"{address}?from=1&to=1" : address);

    private async Task<HttpStatusCode> ReadsAsync(string address)
    {
        using var answer = await Guest.GetAsync(address);
        return answer.StatusCode;
    }
}
