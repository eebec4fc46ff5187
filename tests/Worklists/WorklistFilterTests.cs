using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.ReferenceData;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Worklists;

/// <summary>What a list is narrowed to, and what is asked that cannot be.</summary>
public sealed class WorklistFilterTests : WorklistStage
{
    [Fact]
    public async Task EachFilter_LeavesWhatItNames_AndTheCountsStayThoseOfTheWholeList()
    {
        await ShowAsync([
            Household(
                1,
                Member(1, Today.AddDays(-1)),
                Member(2, Today),
                Member(3, Today.AddDays(9), urgent: true),
                Member(4, null, false, "E11")
            ) with
            {
                Tasks =
                [
                    new HouseholdTask("referral", "a", 1, Today, For: Physician),
                    new HouseholdTask("question", "b", 2, Today, For: Physician),
                ],
            },
            Household(2, Member(1, Today.AddDays(3), false, "E11")) with
            {
                VillageCode = OtherVillage,
            },
        ]);

        await IsAsync("urgency=urgent", "1/3");
        await IsAsync("urgency=overdue", "1/1");
        await IsAsync("urgency=due", "1/2", "2/1");
        await IsAsync("urgency=none", "1/4");
        await IsAsync("kind=referral", "1/1");
        await IsAsync("kind=referral&kind=followUp", "1/3", "1/1", "1/2", "2/1");
        await IsAsync("condition=E11", "2/1", "1/4");
        await IsAsync("condition=E11&urgency=due", "2/1");
        await IsAsync($"village={OtherVillage}", "2/1");
        await IsAsync("dueBy=2026-11-23", "1/3", "1/1", "1/2");
        await IsAsync("dueBy=2026-11-23&urgency=none");
        await IsAsync("dueBy=2199-12-31&urgency=due", "1/2", "2/1");

        async Task IsAsync(string query, params string[] expected)
        {
            using var physician = await App.PhysicianAsync(Physician);
            var list = await physician.GetFromJsonAsync<JsonElement>($"/api/physicians/{Physician}/worklist?{query}");
            Assert.Equal(expected, list.GetProperty("items").EnumerateArray().Select(ShortKeyOf));
            Assert.Equal((1, 1), (list.GetProperty("urgent").GetInt32(), list.GetProperty("overdue").GetInt32()));
        }
    }

    [Fact]
    public async Task HealthWorkerOfAVillage_SeesItsLinesOnly_WhateverIsAskedFor()
    {
        await ShowAsync([Household(1, Member(1, Today)), Household(2, Member(1, Today)) with { VillageCode = OtherVillage }]);
        using var worker = await App.HealthWorkerAsync(Some.Village);

        var own = await worker.GetFromJsonAsync<JsonElement>($"/api/regions/{Some.Village}/worklist");
        Assert.Equal(["1/1"], own.GetProperty("items").EnumerateArray().Select(ShortKeyOf));
        var other = await worker.GetFromJsonAsync<JsonElement>($"/api/regions/{Some.Village}/worklist?village={OtherVillage}");
        Assert.Empty(other.GetProperty("items").EnumerateArray());
        await IsRefusedAsync(worker, $"regions/{OtherVillage}", HttpStatusCode.NotFound);
        await IsRefusedAsync(worker, $"regions/{Some.Township}", HttpStatusCode.NotFound);
        await IsRefusedAsync(worker, $"physicians/{Physician}", HttpStatusCode.Forbidden);
        using var physician = await App.PhysicianAsync(Physician);
        await IsRefusedAsync(physician, $"regions/{Some.Village}", HttpStatusCode.Forbidden);
        await IsRefusedAsync(physician, "physicians/P441402004-02", HttpStatusCode.NotFound);

        static async Task IsRefusedAsync(HttpClient client, string list, HttpStatusCode status)
        {
            using var answer = await client.GetAsync($"/api/{list}/worklist");
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Line_HasTheTelephone_AndCallsAnActivityByItsName()
    {
        var plan = Member(1, Today).Plan! with
        {
            NextActivities =
            [
                new DueActivity("diet", Today, null) { Label = new Label("膳食指导", "Diet guidance"), OfDiscipline = "publicHealth" },
                new DueActivity("ecg", Today, "cardiology") { Label = new Label("心电图", "ECG"), OfDiscipline = "cardiology" },
            ],
        };
        await ShowAsync([Household(1, Member(1, Today) with { Plan = plan }) with { Phone = "13800000000" }]);
        using var worker = await App.HealthWorkerAsync(Some.Village);
        using var physician = await App.PhysicianAsync(Physician);

        await IsAsync(worker, $"/api/regions/{Some.Village}/worklist", "膳食指导", "publicHealth");
        await IsAsync(physician, $"/api/physicians/{Physician}/worklist", "心电图", "cardiology");

        static async Task IsAsync(HttpClient client, string list, string name, string discipline)
        {
            var line = Assert.Single((await client.GetFromJsonAsync<JsonElement>(list)).GetProperty("items").EnumerateArray());
            Assert.Equal("13800000000", line.GetProperty("phone").GetString());
            var task = Assert.Single(line.GetProperty("tasks").EnumerateArray());
            Assert.Equal(name, task.GetProperty("label").GetProperty("zh-CN").GetString());
            Assert.Equal(discipline, task.GetProperty("discipline").GetString());
        }
    }

    [Theory]
    [InlineData("limit=0", 422)]
    [InlineData("limit=201", 422)]
    [InlineData("limit=-1", 422)]
    [InlineData("urgency=soon", 422)]
    [InlineData("urgency=1", 422)]
    [InlineData("kind=referral&kind=wish", 422)]
    [InlineData("dueBy=today", 422)]
    [InlineData("cursor=abc", 400)]
    public async Task QueryThatIsNotUnderstood_IsRefused(string query, int status)
    {
        using var physician = await App.PhysicianAsync(Physician);
        using var refused = await physician.GetAsync($"/api/physicians/{Physician}/worklist?{query}");
        Assert.Equal(status, (int)refused.StatusCode);
    }

    [Theory]
    [InlineData("0:")]
    [InlineData("1:")]
    [InlineData("' or PartitionKey ne '")]
    public async Task CursorThatLeadsAmongTheHouseholds_IsRefused(string key)
    {
        await ShowAsync([Household(1, Member(1, Today))]);
        using var physician = await App.PhysicianAsync(Physician);
        using var refused = await physician.GetAsync(
            $"/api/physicians/{Physician}/worklist?cursor={Functions.Platform.Http.Cursor.Of(key)}"
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private static string ShortKeyOf(JsonElement line)
    {
        var key = KeyOf(line).Split('/');
        return $"{key[0].TrimEnd('/')[^1]}/{key[1]}";
    }
}
