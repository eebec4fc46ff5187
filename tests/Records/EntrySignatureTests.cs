using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Physicians;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Records;

/// <summary>Who wrote an entry stands in it as he or she was called then, wherever entries are answered.</summary>
public sealed class EntrySignatureTests() : WithScene<VisitApp>(() => VisitApp.StartAsync(Some.Member(conditions: "I10")))
{
    private string Member => $"/api/households/{Scene.Household}/members/1";

    [Fact]
    public async Task Visit_IsSignedByTheHealthWorker()
    {
        var me = await Scene.Worker.GetFromJsonAsync<JsonElement>("/api/me");
        using var saved = await Scene.VisitsAsync("hypertension");
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());

        var signature = (await EntryAsync("visit")).GetProperty("signature");

        Assert.Equal(me.GetProperty("displayName").GetString(), signature.GetProperty("name").GetString());
        Assert.Equal("healthWorker", signature.GetProperty("role").GetString());
        Assert.False(signature.TryGetProperty("title", out _));
    }

    [Fact]
    public async Task PlanStep_IsSignedAsTheRosterHadThePhysicianThen_WhateverTheRosterSaysLater()
    {
        await SaysAsync("李医师", "attendingPhysician");
        await StepAsync("decision", new { reason = "已与家属商定" });
        await SaysAsync("李主任", "chiefPhysician");
        await StepAsync("revision", null);

        var overview = await Scene.Worker.GetFromJsonAsync<JsonElement>(Member);
        var steps = overview
            .GetProperty("entries")
            .GetProperty("items")
            .EnumerateArray()
            .Where(entry => entry.GetProperty("kind").GetString() == "carePlan")
            .ToDictionary(entry => entry.GetProperty("reference").GetString()!, entry => Text(entry.GetProperty("signature")));
        Assert.Equal("李医师 physician attendingPhysician", steps["decide"]);
        Assert.Equal("李主任 physician chiefPhysician", steps["revise"]);

        // The plan and each of its versions say the same.
        var plan = await Scene.Worker.GetFromJsonAsync<JsonElement>($"{Member}/care-plan");
        Assert.Equal(steps["revise"], Text(plan.GetProperty("made").GetProperty("signature")));
        var versions = await Scene.Worker.GetFromJsonAsync<JsonElement>($"{Member}/care-plan/versions");
        var decided = versions.GetProperty("items").EnumerateArray().First(line => StepOf(line) is "decide");
        Assert.Equal(steps["decide"], Text(decided.GetProperty("made").GetProperty("signature")));
        var whole = await Scene.Worker.GetFromJsonAsync<JsonElement>(
            $"{Member}/care-plan/versions/{decided.GetProperty("version").GetInt32()}"
        );
        Assert.Equal(steps["decide"], Text(whole.GetProperty("made").GetProperty("signature")));
    }

    [Fact]
    public async Task NameThatIsChangedLater_ChangesNothingThatIsOnRecord()
    {
        using var saved = await Scene.VisitsAsync("hypertension");
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        var before = Text((await EntryAsync("visit")).GetProperty("signature"));
        var accountId = (await EntryAsync("visit")).GetProperty("by").GetString()!;
        var accounts = Scene.App.Get<AccountTable>();
        var (account, tag) = (await accounts.FindAsync(accountId, CancellationToken.None))!.Value;
        await accounts.ReplaceAsync(account with { DisplayName = "改名以后" }, tag, CancellationToken.None);
        Scene.App.Get<RememberedAccounts>().Forget(accountId);

        Assert.Equal(before, Text((await EntryAsync("visit")).GetProperty("signature")));
    }

    [Fact]
    public async Task WhoIsKeptWithoutTheName_IsCalledAsTheAccountSays()
    {
        var me = await Scene.Worker.GetFromJsonAsync<JsonElement>("/api/me");
        var caller = new Caller(me.GetProperty("accountId").GetString()!, Role.HealthWorker, [Some.Township], null, DisplayName: "");
        var signatures = Scene.App.Get<Signatures>();

        Assert.Equal(me.GetProperty("displayName").GetString(), (await signatures.OfAsync(caller, CancellationToken.None))!.Name);
        Assert.Null(await signatures.OfAsync(caller with { AccountId = "nobody" }, CancellationToken.None));
    }

    private async Task SaysAsync(string name, string title)
    {
        var result = await Scene
            .App.Get<SavePhysicianHandler>()
            .HandleAsync(
                new PhysicianRequest(
                    VisitApp.Responsible,
                    name,
                    ["generalPractice", "cardiology"],
                    Some.Township,
                    "示范医院",
                    2_000,
                    null,
                    Title: title
                ),
                version: null,
                CancellationToken.None
            );
        Assert.Equal(SavePhysicianOutcome.Changed, result.Outcome);
    }

    private async Task StepAsync(string step, object? body)
    {
        var plan = await Scene.Physician.GetFromJsonAsync<JsonElement>($"{Member}/care-plan");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Member}/care-plan/{step}")
        {
            Content = JsonContent.Create(body ?? new { }),
        };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse($"\"v{plan.GetProperty("planVersion").GetInt32()}\""));
        using var answer = await Scene.Physician.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement> EntryAsync(string kind) =>
        (await Scene.Worker.GetFromJsonAsync<JsonElement>(Member))
            .GetProperty("entries")
            .GetProperty("items")
            .EnumerateArray()
            .First(entry => entry.GetProperty("kind").GetString() == kind);

    private static string? StepOf(JsonElement line) =>
        line.TryGetProperty("made", out var made) ? made.GetProperty("step").GetString() : null;

    private static string Text(JsonElement signature) =>
        string.Join(
            ' ',
            new[] { "name", "role", "title" }
                .Where(part => signature.TryGetProperty(part, out _))
                .Select(part => signature.GetProperty(part).GetString())
        );
}
