using System.Text.Json;
using Alleviation.Tests.Contract;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Referrals;

/// <summary>A referral, and the ledgers that show it; every answer is held against the document.</summary>
public abstract class ReferralLedgerStage() : WithScene<CareScene>(() => CareScene.StartAsync())
{
    protected const string OtherTownship = "441402006";

    protected string Id { get; } = CareScene.NewId();

    protected string Address => Scene.Of($"referrals/{Id}");

    protected static string? Text(JsonElement line, string property) => line.GetProperty(property).GetString();

    protected async Task<List<JsonElement>> OfRegionAsync(HttpClient by, string region = Some.Township, string query = "") =>
        ItemsOf(await TalkAsync("Regions_Referrals", 200, by, "regionCode", region, query));

    protected async Task<List<JsonElement>> OfPhysicianAsync(HttpClient by, string physician, string query = "") =>
        ItemsOf(await TalkAsync("Physicians_Referrals", 200, by, "physicianId", physician, query));

    private protected Task<Answer> TalkAsync(
        string operation,
        int status,
        HttpClient by,
        string parameter,
        string value,
        string query = ""
    ) =>
        new Conversation(Scene.Worker).CallAsync(
            operation,
            status,
            path: new Dictionary<string, string> { [parameter] = value },
            query: query,
            by: by
        );

    private protected static List<JsonElement> ItemsOf(Answer answer) => [.. answer.Body.GetProperty("items").EnumerateArray()];
}
